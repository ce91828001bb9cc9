using System.Reflection;
using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests.PublicApi;

/// <summary>Compares the public API of an assembly with <c>PublicApi.verified.txt</c> beside the test.</summary>
internal static class ApprovedApi
{
    /// <summary>A difference writes <c>PublicApi.received.txt</c> beside the approved text: look at it, then rename it.</summary>
    public static void Match(Assembly assembly, [CallerFilePath] string test = "")
    {
        string folder = Path.GetDirectoryName(test)!;
        string approved = Path.Combine(folder, "PublicApi.verified.txt");
        string received = Path.Combine(folder, "PublicApi.received.txt");
        string actual = ApiText.Of(assembly);

        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == actual) File.Delete(received);
        else File.WriteAllText(received, actual);

        Assert.Equal(expected, actual);
    }
}
