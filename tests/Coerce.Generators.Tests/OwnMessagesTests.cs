using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What sends an actor messages compiles only where the actor handles them.</summary>
public sealed class OwnMessagesTests
{
    [Theory]
    [InlineData("context.Watch(context.Self);", "void On(Terminated m) { }", "COERCE0104")]
    [InlineData("context.Unwatch(context.Self);", "void On(Terminated m) { }", "COERCE0104")]
    [InlineData("context.PipeToSelf(Task.FromResult(\"x\"));", "void On(string m) { }", "CS0311")]
    [InlineData("context.PipeToSelf(Task.FromResult(\"x\"), onFailure: e => e.Message);", "void On(string m) { }", "CS0311")]
    [InlineData("context.Attach((IAsyncEnumerable<string>)null!);", "int On(string m) => 1;", "CS0311")]
    public void Source_OfMessages_CompilesOnlyWithTheirHandler(string source, string handler, string id)
    {
        GeneratedProgram with = Compile(source, "[Handles] " + handler), without = Compile(source, "");

        Assert.Empty(with.Diagnostics);
        Assert.Equal(id, Assert.Single(without.Diagnostics).Id);
    }

    [Theory]
    [InlineData("[Handles] static void On(Terminated m) { }")]
    [InlineData("[Handles] void On(Terminated m) { } [Handles] void OnAsync(Terminated m) { }")]
    [InlineData("[Handles] ref int On(Terminated m) => throw new Exception();")]
    public void Watch_WithAHandlerThatTheBuildReports_AddsNoError(string handler)
    {
        const string Source = "[Actor] public sealed partial class A { [Handles] void Begin(ActorContext<ARef> context) { context.Watch(context.Self); } ";

        Assert.Empty(TestProject.Of(Source + handler + " }").Generate().Diagnostics);
        Assert.Empty(TestProject.Of(Source.Replace("partial ", "", StringComparison.Ordinal) + handler + " }").Generate().Diagnostics);
    }

    [Theory]
    [InlineData("ActorRef, IReceive<Terminated>", true)]
    [InlineData("ActorRef", false)]
    public void Watch_InAMethodForAnyActor_NeedsTheConstraint(string constraints, bool compiles)
    {
        GeneratedProgram program = TestProject.Of(
            $"static class Any {{ static void Watch<TRef>(ActorContext<TRef> context, ActorRef other) where TRef : {constraints} => context.Watch(other); }}").Generate();

        Assert.Equal(compiles ? [] : ["COERCE0104"], program.Ids);
    }

    private static GeneratedProgram Compile(string source, string handler) => TestProject.Of(
        $"[Actor] public sealed partial class A {{ [Handles] void Begin(ActorContext<ARef> context) {{ {source} }} {handler} }}").Generate();
}
