using Coerce.TestCompiler;

namespace Coerce.Repository.Tests;

/// <summary>The code of the pages on what travels with a message and what stands around a handler.</summary>
public sealed class AroundPagesTests
{
    [Theory]
    [InlineData("docs/request-scope.md")]
    [InlineData("docs/interceptors.md")]
    public void Code_Compiles(string page)
    {
        string code = string.Join('\n', Markdown.Blocks(Repository.Read(page), "csharp"));

        Assert.Empty(TestProject.Of("global using System.Net.Http;", code).Generate().Diagnostics);
    }
}
