using Coerce.Runtime.Tests.PublicApi;

namespace Coerce.Hosting.Tests.PublicApi;

public sealed class PublicApiTests
{
    /// <summary>A difference writes <c>PublicApi.received.txt</c> beside the approved text: look at it, then rename it.</summary>
    [Fact]
    public void Hosting_PublicApi_IsTheApprovedText()
    {
        string folder = Folder();
        string approved = Path.Combine(folder, "PublicApi.verified.txt");
        string received = Path.Combine(folder, "PublicApi.received.txt");
        string actual = ApiText.Of(typeof(CoerceBuilder).Assembly);

        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == actual) File.Delete(received);
        else File.WriteAllText(received, actual);

        Assert.Equal(expected, actual);
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
