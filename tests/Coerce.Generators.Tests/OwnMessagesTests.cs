using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What sends an actor messages compiles only where the actor handles them.</summary>
public sealed class OwnMessagesTests
{
    [Theory]
    [InlineData("context.Watch(context.Self);", "void On(Terminated m) { }")]
    [InlineData("context.PipeToSelf(Task.FromResult(\"x\"));", "void On(string m) { }")]
    [InlineData("context.PipeToSelf(Task.FromResult(\"x\"), onFailure: e => e.Message);", "void On(string m) { }")]
    [InlineData("context.Attach((IAsyncEnumerable<string>)null!);", "int On(string m) => 1;")]
    public void Source_OfMessages_CompilesOnlyWithTheirHandler(string source, string handler)
    {
        GeneratedProgram with = Compile(source, "[Handles] " + handler), without = Compile(source, "");

        Assert.Empty(with.Diagnostics);
        Assert.Equal("CS0311", Assert.Single(without.Diagnostics).Id);
    }

    private static GeneratedProgram Compile(string source, string handler) => TestProject.Of(
        $"[Actor] public sealed partial class A {{ [Handles] void Begin(ActorContext<ARef> context) {{ {source} }} {handler} }}").Generate();
}
