using System.ComponentModel;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>Measures a text in a field of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextField
{
    /// <summary>How many bytes a text has, with its tag and its length; none when it is empty.</summary>
    /// <param name="tagSize">The bytes of the tag.</param>
    /// <param name="text">The text. It may not be null, nor have half a pair of surrogates.</param>
    public static int Size(int tagSize, string? text)
        => text is null ? throw ContractFaults.Null()
            : text.Length == 0 ? 0
            : Present(tagSize, text);

    /// <summary>How many bytes a text has that need not be there; none when it is null.</summary>
    /// <inheritdoc cref="Size"/>
    public static int Optional(int tagSize, string? text) => text is null ? 0 : Present(tagSize, text);

    private static int Present(int tagSize, string text)
    {
        int length = StrictText.Length(text);
        return tagSize + CodedOutputStream.ComputeLengthSize(length) + length;
    }
}
