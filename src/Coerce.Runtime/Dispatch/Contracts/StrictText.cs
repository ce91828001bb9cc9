using System.Text;

namespace Coerce.Dispatch;

/// <summary>Text that is what it was or is refused. Protobuf would put other letters for half a pair of surrogates, and for bytes that are no
/// UTF-8.</summary>
internal static class StrictText
{
    /// <summary>What protobuf puts in the place of what it cannot read.</summary>
    internal const char Replacement = '\uFFFD';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes a text has.</summary>
    internal static int Length(string text)
    {
        try
        {
            return Utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException half)
        {
            throw new FieldException($"has half a pair of surrogates, U+{(int)half.CharUnknown:X4}, at {half.Index}, which is no text");
        }
    }

    internal static string Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new FieldException("has bytes that are no UTF-8");
        }
    }
}
