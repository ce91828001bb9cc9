using System.Runtime.CompilerServices;
using Xunit;

namespace Coerce.TestCompiler;

/// <summary>Compares text with a file beside the test, in the file convention of Verify.</summary>
/// <remarks>On a mismatch the new text is written to <c>Class.Method.received.txt</c>; to accept it, rename it to
/// <c>Class.Method.verified.txt</c>.</remarks>
internal static class Snapshot
{
    internal static void Match(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        string prefix = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        string verified = prefix + ".verified.txt";
        string received = prefix + ".received.txt";
        string expected = File.Exists(verified) ? File.ReadAllText(verified) : "";

        actual = actual.TrimEnd('\n');
        if (Normalize(expected) == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}:\n{FirstDifference(Normalize(expected), actual)}");
    }

    // A checkout may have changed the ends of lines of the verified file, never those of the actual text.
    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
