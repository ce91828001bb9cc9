using System.ComponentModel;
using System.Text;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>Measures a text in a field of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextField
{
    /// <summary>How many bytes a text has, with its tag and its length; none when it is empty.</summary>
    /// <param name="tagSize">The bytes of the tag.</param>
    /// <param name="text">The text.</param>
    /// <param name="contract">The message, for errors.</param>
    /// <param name="field">The field, for errors.</param>
    /// <exception cref="ContractException">It is null, or has half a pair of surrogates.</exception>
    public static int Size(int tagSize, string? text, string contract, string field)
        => text is null ? throw ContractFaults.Null(contract, field)
            : text.Length == 0 ? 0
            : Present(tagSize, text, contract, field);

    /// <summary>How many bytes a text has that need not be there; none when it is null.</summary>
    /// <inheritdoc cref="Size"/>
    public static int Optional(int tagSize, string? text, string contract, string field)
        => text is null ? 0 : Present(tagSize, text, contract, field);

    private static int Present(int tagSize, string text, string contract, string field)
        => Ascii.IsValid(text) ? tagSize + CodedOutputStream.ComputeLengthSize(text.Length) + text.Length : NotAscii(tagSize, text, contract, field);

    private static int NotAscii(int tagSize, string text, string contract, string field)
    {
        try
        {
            int length = StrictText.Length(text);
            return tagSize + CodedOutputStream.ComputeLengthSize(length) + length;
        }
        catch (FieldException fault)
        {
            throw ContractFaults.At(contract, field, fault);
        }
    }
}
