using Coerce.TestCompiler;

namespace Coerce.Repository.Tests;

public sealed class RequestScopePageTests
{
    [Fact]
    public void Code_Compiles()
    {
        string code = string.Join('\n', Markdown.Blocks(Repository.Read("docs/request-scope.md"), "csharp"));

        Assert.Empty(TestProject.Of(code).Generate().Diagnostics);
    }
}
