namespace Coerce.Analyzers.Tests.Wire;

/// <summary>One change of a program's types, and what becomes of peers of before and after.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Old">The types of before.</param>
/// <param name="OldValue">An order of before.</param>
/// <param name="New">The types of after.</param>
/// <param name="NewValue">An order of after.</param>
/// <param name="Ids">What the build of after reports against the file of before, each id once.</param>
/// <param name="NewReads">What a peer of after reads of the order of before; null for a change that breaks.</param>
/// <param name="OldReads">What a peer of before reads of the order of after.</param>
/// <param name="Text">A part of what is reported.</param>
public sealed record SchemaChangeCase(
    string Name, string Old, string OldValue, string New, string NewValue, string Ids, string? NewReads, string? OldReads, string Text)
{
    internal static SchemaChangeCase Allowed(
        string name, string old, string oldValue, string now, string newValue, string newReads, string oldReads, string text = "", string ids = "COERCE0403")
        => new(name, old, oldValue, now, newValue, ids, newReads, oldReads, text);

    internal static SchemaChangeCase Breaking(string name, string old, string oldValue, string now, string newValue, string text, string ids = "COERCE0402")
        => new(name, old, oldValue, now, newValue, ids, null, null, text);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
