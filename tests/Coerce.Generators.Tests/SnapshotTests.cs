using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Account_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of(Bank.Source).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    private static string Text(GeneratedProgram program)
        => string.Join("\n", program.Files.Select(file => $"// ---- {file.Key}\n{file.Value}"));
}
