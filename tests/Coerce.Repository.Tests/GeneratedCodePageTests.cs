using Coerce.TestCompiler;

namespace Coerce.Repository.Tests;

/// <summary>The page that walks through a generated file: its first block is the input, the others are the output.</summary>
public sealed class GeneratedCodePageTests
{
    [Fact]
    public void Page_Blocks_AreTheRealOutput()
    {
        IReadOnlyList<string> blocks = Markdown.Blocks(Repository.Read("docs/generated-code.md"), "csharp");

        GeneratedProgram program = TestProject.Of(blocks[0]).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Equal(program.Files["Bank.Account.g.cs"], string.Concat(blocks.Skip(1)));
    }
}
