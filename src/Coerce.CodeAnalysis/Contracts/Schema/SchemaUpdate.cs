namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Brings a <c>contracts.proto</c> up to date.</summary>
internal static class SchemaUpdate
{
    /// <summary>What a new file says of itself.</summary>
    public const string DefaultHeader = """
        What the actors of this program say to others: the schema of their messages, and the promise to keep it.
        Numbers are given once and never again to anything else. Change the C# code, and then update this file from it:
        comments, options and order are yours and stay. Commit it: its differences are the changes of the wire.
        """;

    /// <summary>
    /// The text with what is wanted. All that need not change stays as it is; a file with errors stays so as a whole. Afterwards the
    /// comparison finds nothing, and a second update changes nothing.
    /// </summary>
    /// <param name="text">The file, or null or nothing where there is none.</param>
    /// <param name="wanted">What C# declares, without numbers.</param>
    /// <param name="comments">Doc comments, for what is new.</param>
    /// <param name="header">What a new file says of itself.</param>
    public static string Apply(string? text, Schema wanted, SchemaComments? comments = null, string header = DefaultHeader)
    {
        if (text is null || text.Trim('\uFEFF').Trim().Length == 0)
        {
            return ProtoWriter.Write(Numbering.Assign(null, WantedSchema.Complete(wanted)), comments ?? SchemaComments.None, header);
        }

        var file = ProtoParser.Parse(text);
        return file.Errors.Count > 0 ? text : new SchemaEditor(file, wanted, comments ?? SchemaComments.None).Apply();
    }
}
