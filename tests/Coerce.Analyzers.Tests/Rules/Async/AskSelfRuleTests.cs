using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class AskSelfRuleTests
{
    [Theory]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { await c.Self.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { await c.Self.{|COERCE0304:AskAsync|}(1, TimeSpan.FromSeconds(1)).ConfigureAwait(false); }")]
    [InlineData("[Handles] ValueTask<int> Go(ActorContext<MeterRef> c) => c.Self.{|COERCE0304:GetAsync|}();")]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { MeterRef me = c.Self; await me.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { ValueTask<int> later = c.Self.{|COERCE0304:GetAsync|}(); await later; }")]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { await Task.WhenAll(c.Self.{|COERCE0304:GetAsync|}().AsTask(), c.Self.{|COERCE0304:GetAsync|}().AsTask()); }")]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { IAsk<int> me = c.Self; await me.{|COERCE0304:AskAsync|}(1); }")]
    [InlineData("[Handles] async IAsyncEnumerable<int> Go(ActorContext<MeterRef> c) { yield return await c.Self.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("[Handles] async Task Go(ActorContext<MeterRef> c) { Func<Task<int>> f = async () => await c.Self.{|COERCE0304:GetAsync|}(); await f(); }")]
    [InlineData("[OnStart] async Task Go(ActorContext<MeterRef> c) { await c.Self.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("private readonly MeterRef _self = context.Self; [Handles] async Task Go() { await _self.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("private MeterRef? _self; [OnStart] void Start() => _self = context.Self; async Task Help() { await _self!.{|COERCE0304:GetAsync|}(); }")]
    [InlineData("private MeterRef? _self; [OnStart] void Start() => _self = context.Self; async Task Help() { await (_self?.{|COERCE0304:GetAsync|}() ?? default); }")]
    [InlineData("async Task Help() => await context.Self.{|COERCE0304:GetAsync|}();")]
    public Task Ask_OfSelfAwaited_IsReported(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("[Handles(Reentrant = true)] async Task Go(ActorContext<MeterRef> c) { await c.Self.GetAsync(); }")]
    [InlineData("[Handles(Reentrant = true)] async Task Go() => await Help(); async Task Help() => await context.Self.GetAsync();")]
    [InlineData("[Handles] void Go(ActorContext<MeterRef> c) { c.Self.Tell(1); _ = c.Self.GetAsync(); }")]
    [InlineData("private Task<int>? _later; [Handles] void Go(ActorContext<MeterRef> c) { _later = c.Self.GetAsync().AsTask(); }")]
    [InlineData("[Handles] Deferred<int> Go(ActorContext<MeterRef> c) => Deferred.Run(async ct => await c.Self.GetAsync(ct));")]
    [InlineData("[Handles] void Go(ActorContext<MeterRef> c) { Task.Run(async () => await c.Self.GetAsync()); }")]
    [InlineData("[Handles] void Go(ActorContext<MeterRef> c) { Task.Run(Later); async Task Later() => await c.Self.GetAsync(); }")]
    [InlineData("[Handles] async Task Go(MeterRef other, ActorContext<MeterRef> c) { await other.GetAsync(); }")]
    [InlineData("[Handles] async Task Go(MeterRef other, ActorContext<MeterRef> c) { MeterRef some = c.Self; some = other; await some.GetAsync(); }")]
    [InlineData("private MeterRef _next = context.Self; [Handles] void Set(MeterRef next) => _next = next; [Handles] async Task Go() { await _next.GetAsync(); }")]
    [InlineData("static async Task Ask(MeterRef meter) => await meter.GetAsync();")]
    public Task Ask_OfOthersOrNotAwaited_IsNotReported(string members) => VerifyAsync(members);

    [Fact]
    public Task Ask_OfSelfInABehaviour_IsReportedOnce() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true)]
            private sealed partial class Shut
            {
                [Handles] async Task Open(ActorContext<DoorRef> c) { await c.Self.{|COERCE0304:OpenAsync|}(); }
            }
        }
        """);

    private static Task VerifyAsync(string members) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter(ActorContext<MeterRef> context)
        {
            [Handles] int Get() => context.Id.Length;
            [Handles] void On(int m) { }
            {{members}}
        }
        """);
}
