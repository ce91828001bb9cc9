using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Async;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class AwaitAskFixTests
{
    [Theory]
    [InlineData("[Handles] void Go(MeterRef m) { m.{|COERCE0305:GetAsync|}(); }", "[Handles] async Task Go(MeterRef m) { await m.GetAsync(); }")]
    [InlineData("[OnStop] void Go() => other.{|COERCE0305:GetAsync|}().AsTask();", "[OnStop] async Task Go() => await other.GetAsync().AsTask();")]
    [InlineData("[Handles] int Go(MeterRef m) { m.{|COERCE0305:GetAsync|}(); return 1; }", "[Handles] async Task<int> Go(MeterRef m) { await m.GetAsync(); return 1; }")]
    public Task Ask_InAHandler_IsAwaited(string before, string after) => Verify.FixesAsync(new AwaitAskFix(), InMeter(before), InMeter(after));

    [Theory]
    [InlineData("void Help(MeterRef m) { m.{|COERCE0305:GetAsync|}(); }")]
    [InlineData("[Handles] void Go(MeterRef? m) { m?.{|COERCE0305:GetAsync|}(); }")]
    [InlineData("[Handles] void Go(MeterRef m) { Action a = () => m.{|COERCE0305:GetAsync|}(); a(); }")]
    public Task Ask_WhereNothingCanBeAwaited_HasNoFix(string member) => Verify.OffersNothingAsync(new AwaitAskFix(), InMeter(member));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Asks_All_AreAwaited(FixAllScope scope) => Verify.FixesAllAsync(
        new AwaitAskFix(),
        scope,
        [InMeter("[Handles] void Go(MeterRef m) { m.{|COERCE0305:GetAsync|}(); m.{|COERCE0305:GetAsync|}(); }")],
        [InMeter("[Handles] async Task Go(MeterRef m) { await m.GetAsync(); await m.GetAsync(); }")]);

    private static string InMeter(string member) => $$"""
        [Actor]
        public sealed partial class Meter(MeterRef other)
        {
            [Handles] int Get() => other.Id.Length;
            {{member}}
        }
        """;
}
