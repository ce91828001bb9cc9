using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class LostAskRuleTests
{
    private const string Meter = """
        public readonly record struct Reading(int Value);
        public abstract record Wish { private Wish() { } public sealed record Sum : Wish, IRequest<Wish, int>; }

        [Actor]
        public sealed partial class Meter
        {
            [Handles] int On(Reading m) => m.Value;
            [Handles] void On(string m) { }
            [Handles] int Add(int amount, int times = 2) => amount * times;
        }

        """;

    [Theory]
    [InlineData("void M(MeterRef meter) { meter.{|COERCE0305:AskAsync|}(new Reading(1)); }")]
    [InlineData("void M(MeterRef meter) => meter.{|COERCE0305:AskAsync|}(\"now\");")]
    [InlineData("void M(MeterRef meter) { meter.{|COERCE0305:AddAsync|}(1); }")]
    [InlineData("void M(MeterRef? meter) { meter?.{|COERCE0305:AddAsync|}(1); }")]
    [InlineData("void M(MeterRef meter) { meter.{|COERCE0305:AddAsync|}(1).AsTask(); }")]
    [InlineData("void M(MeterRef meter) { (meter).{|COERCE0305:AddAsync|}(1).ConfigureAwait(false); }")]
    [InlineData("void M(IAsk<Reading, int> meter) { meter.{|COERCE0305:AskAsync|}(new Reading(1), TimeSpan.FromSeconds(1)); }")]
    [InlineData("void M(IAsk<string> meter) { meter.{|COERCE0305:AskAsync|}(\"now\"); }")]
    [InlineData("void M(IActorRef<Wish> meter) { meter.{|COERCE0305:AskAsync|}(new Wish.Sum()); }")]
    [InlineData("Action M(MeterRef meter) => () => meter.{|COERCE0305:AddAsync|}(1);")]
    [InlineData("async Task M(MeterRef meter) { Action a = () => meter.{|COERCE0305:AddAsync|}(1); a(); await Task.Yield(); }")]
    [InlineData("void M(MeterRef meter) { void F() { meter.{|COERCE0305:AddAsync|}(1); } F(); }")]
    [InlineData("Task M(MeterRef meter) { meter.{|COERCE0305:AddAsync|}(1); return Task.CompletedTask; }")]
    [InlineData("int P { set { Meter!.{|COERCE0305:AddAsync|}(value); } } MeterRef? Meter { get; set; }")]
    [InlineData("IEnumerable<int> M(MeterRef meter) { meter.{|COERCE0305:AddAsync|}(1); yield return 1; }")]
    public Task Ask_NeitherAwaitedNorKept_IsReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("async Task M(MeterRef meter) { {|CS4014:meter.AskAsync(new Reading(1))|}; await Task.Yield(); }")]
    [InlineData("async Task M(MeterRef meter) { {|CS4014:meter.AddAsync(1).AsTask()|}; await Task.Yield(); }")]
    [InlineData("async Task M(MeterRef meter) { {|CS4014:meter.AddAsync(1).ConfigureAwait(false)|}; await Task.Yield(); }")]
    [InlineData("Func<Task> M(MeterRef meter) => async () => { {|CS4014:meter.AddAsync(1)|}; await Task.Yield(); };")]
    [InlineData("async Task M(MeterRef? meter) { meter?.{|COERCE0305:AddAsync|}(1); await Task.Yield(); }")]
    [InlineData("async Task M(MeterRef? meter) { meter?.{|COERCE0305:AskAsync|}(\"now\"); await Task.Yield(); }")]
    [InlineData("async Task M(MeterRef? meter) { meter?.{|COERCE0305:AskAsync|}(\"now\").AsTask(); await Task.Yield(); }")]
    public Task Ask_InAnAsyncFunction_IsReportedOnce(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(MeterRef meter) { _ = meter.AddAsync(1); }")]
    [InlineData("ValueTask<int> M(MeterRef meter) => meter.AddAsync(1);")]
    [InlineData("async Task M(MeterRef meter) { await meter.AddAsync(1); }")]
    [InlineData("Func<ValueTask<int>> M(MeterRef meter) => () => meter.AddAsync(1);")]
    [InlineData("void M(MeterRef meter) { Task<int> t = meter.AddAsync(1).AsTask(); Tasks.Add(t); } List<Task> Tasks = [];")]
    [InlineData("void M(MeterRef meter) { meter.Tell(\"now\"); meter.TellAsync(\"now\"); meter.RunAsync(m => { }); meter.StopAsync(); }")]
    [InlineData("void M() { AddAsync(1); AskAsync(1); } ValueTask<int> AddAsync(int n) => new(n); ValueTask<int> AskAsync(int n) => new(n);")]
    public Task Ask_ThatIsUsedOrNoAsk_IsNotReported(string member) => VerifyAsync(member);

    [Fact]
    public Task Ask_OfTopLevelStatements_IsReportedOnce()
        => Verify.ReportsAsync(Meter, "{|CS8805:MeterRef meter = null!;|}\n{|CS4014:meter.AddAsync(1)|};\nAction a = () => meter.{|COERCE0305:AddAsync|}(1);\na();");

    private static Task VerifyAsync(string member) => Verify.ReportsAsync(Meter + $"class C {{ {member} }}");
}
