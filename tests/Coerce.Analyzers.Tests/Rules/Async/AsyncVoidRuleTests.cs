using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Async;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class AsyncVoidRuleTests
{
    [Theory]
    [InlineData("[Handles] async void {|COERCE0302:Go|}() { await Task.Yield(); }", DiagnosticSeverity.Error)]
    [InlineData("[OnStart] async void {|COERCE0302:Go|}() { await Task.Yield(); }", DiagnosticSeverity.Error)]
    [InlineData("[OnStop] async void {|COERCE0302:Go|}() { await Task.Yield(); }", DiagnosticSeverity.Error)]
    [InlineData("async void {|COERCE0302:Help|}() { await Task.Yield(); }", DiagnosticSeverity.Warning)]
    [InlineData("[Handles] void Go() { Later(); async void {|COERCE0302:Later|}() { await Task.Yield(); } }", DiagnosticSeverity.Warning)]
    [InlineData("[Handles] void Go() { Action a = {|COERCE0302:async|} () => await Task.Yield(); a(); }", DiagnosticSeverity.Warning)]
    [InlineData("[Handles] void Go() { Action<int> a = {|COERCE0302:async|} delegate { await Task.Yield(); }; a(1); }", DiagnosticSeverity.Warning)]
    public async Task AsyncVoid_InAnActor_IsReported(string member, DiagnosticSeverity severity)
        => Assert.Equal(severity, (await Verify.ReportsAsync(InMeter(member))).Single().Severity);

    [Theory]
    [InlineData("[Handles] async Task Go() { await Task.Yield(); Func<Task> f = async () => await Task.Yield(); await f(); }")]
    [InlineData("[Handles] void Go() { Task.Run(async () => await Task.Yield()); }")]
    [InlineData("static async void Help() { await Task.Yield(); }")]
    [InlineData("[Handles({|COERCE0010:Reentrant = true|})] async void Go() { await Task.Yield(); }")]
    [InlineData("[Handles] static async void {|COERCE0003:Go|}() { await Task.Yield(); }")]
    [InlineData("[OnStart] async void Go({|COERCE0009:int n|}) { await Task.Yield(); }")]
    public async Task OtherCode_Always_IsNotReported(string member)
    {
        string source = InMeter(member.Replace("{|COERCE0009:int n|}", "int {|COERCE0009:n|}"));
        await Verify.ReportsAsync(source);
    }

    [Theory]
    [InlineData("[Handles] async void {|COERCE0302:Go|}() { await Task.Yield(); }", "[Handles] async Task Go() { await Task.Yield(); }")]
    [InlineData("[OnStop] async /* a */ void {|COERCE0302:Go|}() => await Task.Yield();", "[OnStop] async /* a */ Task Go() => await Task.Yield();")]
    [InlineData(
        "[Handles] async Task Go() { Help(); await Task.Yield(); } async void {|COERCE0302:Help|}() { await Task.Yield(); }",
        "[Handles] async Task Go() { await Help(); await Task.Yield(); } async Task Help() { await Task.Yield(); }")]
    [InlineData(
        "[Handles] async Task Go() { Later(); await Task.Yield(); async void {|COERCE0302:Later|}() { await Task.Yield(); } }",
        "[Handles] async Task Go() { await Later(); await Task.Yield(); async Task Later() { await Task.Yield(); } }")]
    public Task AsyncVoid_Fixed_ReturnsATask(string before, string after) => Verify.FixesAsync(new ReturnTaskFix(), InMeter(before), InMeter(after));

    [Theory]
    [InlineData("[Handles] void Go() { Help(); } async void {|COERCE0302:Help|}() { await Task.Yield(); }")]
    [InlineData("[Handles] Action Go() => Help; async void {|COERCE0302:Help|}() { await Task.Yield(); }")]
    [InlineData("[Handles] void Go() { Action a = {|COERCE0302:async|} () => await Task.Yield(); a(); }")]
    public Task AsyncVoid_ThatNobodyCouldAwait_HasNoFix(string member) => Verify.OffersNothingAsync(new ReturnTaskFix(), InMeter(member));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task AsyncVoid_AllFixed_ReturnTasks(FixAllScope scope) => Verify.FixesAllAsync(
        new ReturnTaskFix(),
        scope,
        [InMeter("[Handles] async void {|COERCE0302:Go|}() { Help(); await Task.Yield(); } async void {|COERCE0302:Help|}() { await Task.Yield(); }")],
        [InMeter("[Handles] async Task Go() { await Help(); await Task.Yield(); } async Task Help() { await Task.Yield(); }")]);

    private static string InMeter(string member) => $$"""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;
            {{member}}
        }
        """;
}
