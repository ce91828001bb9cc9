using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>Text that is what it was or is refused. Protobuf would put other letters for half a pair of surrogates, and for bytes that are no
/// UTF-8.</summary>
internal static class StrictText
{
    // What protobuf puts in the place of what it cannot read.
    private const char Replacement = '\uFFFD';

    // From here on the framework's search is faster.
    private const int Long = 64;

    private const ulong HighLetters = 0x8000_8000_8000_8000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether there is what protobuf puts in the place of what it cannot read.</summary>
    /// <remarks>The text has just been written, four letters at a time if it is short. Measured: to read it in wider pieces waits until what was written has
    /// left the processor, which takes twice as long as all else here.</remarks>
    internal static bool HasReplacement(string text)
    {
        if (text.Length >= Long) return text.Contains(Replacement);

        // Whether any letter is that high; few languages have such.
        ref byte first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.AsSpan()));
        nuint length = (nuint)text.Length * sizeof(char);
        nuint i = 0;
        ulong all = 0;
        for (; i + sizeof(ulong) <= length; i += sizeof(ulong)) all |= Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, i));
        for (; i < length; i += sizeof(char)) all |= Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, i));
        return (all & HighLetters) != 0 && text.Contains(Replacement);
    }

    /// <summary>How many bytes a text has.</summary>
    internal static int Length(string text) => Ascii.IsValid(text) ? text.Length : Count(text);

    private static int Count(string text)
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static string Read(ref ParseContext input)
    {
        try
        {
            return Utf8.GetString(input.ReadBytes().Span);
        }
        catch (DecoderFallbackException)
        {
            throw new FieldException("has bytes that are no UTF-8");
        }
    }
}
