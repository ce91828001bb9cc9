using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class EmptyProjectTests
{
    [Fact]
    public void NoActor_Generate_NoFile()
    {
        Assert.Empty(TestProject.Of("class C;").WithoutUsings().Generate().Files);
    }
}
