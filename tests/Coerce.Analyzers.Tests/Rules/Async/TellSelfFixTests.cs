using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Async;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class TellSelfFixTests
{
    [Theory]
    [InlineData(
        "[Handles] async Task Go(MeterRef m) { await m.GetAsync(); await context.Self.{|COERCE0304:AskAsync|}(1); }",
        "[Handles] async Task Go(MeterRef m) { await m.GetAsync(); context.Self.Tell(1); }")]
    [InlineData(
        "[Handles] async Task Go() { await context.Self.{|COERCE0304:GetAsync|}().ConfigureAwait(false); /* done */ }",
        "[Handles] void Go() { context.Self.Tell(new Messages.Get()); /* done */ }")]
    [InlineData(
        "[Handles]\n    // counts\n    async ValueTask<int> Go() { await context.Self.{|COERCE0304:AskAsync|}(1); return 1; }",
        "[Handles]\n    // counts\n    int Go() { context.Self.Tell(1); return 1; }")]
    public Task AskOfSelf_WithoutUseOfTheReply_IsTold(string before, string after)
        => Verify.FixesAsync(new TellSelfFix(), InMeter(before), InMeter(after));

    [Theory]
    [InlineData("[Handles] async Task<int> Go() => await context.Self.{|COERCE0304:GetAsync|}();")]
    [InlineData("[Handles] async Task Go() { int n = await context.Self.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("async Task Help() { await context.Self.{|COERCE0304:GetAsync|}(); } [Handles] Task Go() => Help();")]
    public Task AskOfSelf_WhoseReplyIsUsed_HasNoFix(string member) => Verify.OffersNothingAsync(new TellSelfFix(), InMeter(member));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task AsksOfSelf_All_AreTold(FixAllScope scope) => Verify.FixesAllAsync(
        new TellSelfFix(),
        scope,
        [InMeter("[OnStart] async Task A() { await context.Self.{|COERCE0304:AskAsync|}(1); }\n    [Handles] async Task B() { await Task.Yield(); await context.Self.{|COERCE0304:AskAsync|}(1); await context.Self.{|COERCE0304:AskAsync|}(2); }")],
        [InMeter("[OnStart] void A() { context.Self.Tell(1); }\n    [Handles] async Task B() { await Task.Yield(); context.Self.Tell(1); context.Self.Tell(2); }")]);

    private static string InMeter(string members) => $$"""
        [Actor]
        public sealed partial class Meter(ActorContext<MeterRef> context)
        {
            [Handles] int Get() => context.Id.Length;
            [Handles] void On(int m) { }
            {{members}}
        }
        """;
}
