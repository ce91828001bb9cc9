using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What every ref can do beside telling and asking.</summary>
public sealed class RefVerbsTests
{
    private const string Counter = """
        public readonly record struct Add(int N);
        [Actor(MailboxCapacity = 10)] public sealed partial class Counter
        {
            public int Count;
            private readonly TaskCompletionSource _reached = new();
            [Handles] void On(Add m) { Count += m.N; if (Count > 2) _reached.TrySetResult(); }
            public Task Reached => _reached.Task;
        }
        """;

    [Theory]
    [InlineData("await counter.TellAsync(new Add(2)); return await counter.RunAsync(static c => c.Count);", 2)]
    [InlineData("await ((IReceive<Add>)counter).TellAsync(new Add(2), CancellationToken.None); return await counter.RunAsync(static c => c.Count);", 2)]
    [InlineData("await counter.RunAsync(c => c.Count = 4); return await counter.RunAsync(async c => { await Task.Yield(); return c.Count; });", 4)]
    [InlineData("await counter.RunAsync(c => { c.Count = 4; }); return await counter.RunAsync(c => c.Count);", 4)]
    [InlineData("await counter.RunAsync(async c => { await Task.Yield(); c.Count = 4; }, CancellationToken.None); return await counter.RunAsync(c => Task.FromResult(c.Count));", 4)]
    [InlineData("Task reached = await counter.RunAsync<Task>(static c => c.Reached); using ActorTimer timer = counter.Schedule(new Add(3), TimeSpan.Zero); await reached; return 3;", 3)]
    [InlineData("Task reached = await counter.RunAsync<Task>(static c => c.Reached); using (counter.Schedule(new Add(1), TimeSpan.Zero, period: TimeSpan.FromMilliseconds(1))) await reached; return 3;", 3)]
    public async Task Verb_OfTheRef_Works(string statements, int expected)
    {
        GeneratedProgram program = TestProject.Of(Counter, $$"""
            static class Program
            {
                static async Task<int> Main()
                {
                    await using var system = new ActorSystem("s");
                    CounterRef counter = system.Spawn(Counter.Props(), "c");
                    {{statements}}
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(expected, await loaded.RunAsync("Program", "Main"));
    }

    [Theory]
    [InlineData("public sealed partial class X { [Handles] int Get() => 1; }")]
    [InlineData("internal sealed partial class X { [Handles] int Get() => 1; }")]
    [InlineData("public sealed class X { [Handles] int Get() => 1; }")]
    [InlineData("public static class X { [Handles] static int Get() => 1; }")]
    [InlineData("public sealed partial class X { public X(int a) { } public X() { } [Handles] int Get() => 1; }")]
    public void Ref_OfEveryActor_CanBeMadeByPoolsAndProbes(string actor) => Assert.Empty(TestProject.Of($$"""
        [Actor] {{actor}}
        static class Program
        {
            static TRef Make<TRef>(Coerce.Dispatch.RefSource source) where TRef : ActorRef, Coerce.Dispatch.IRefFactory<TRef> => TRef.NewRef(source);
            static async Task<int> Run(Coerce.Dispatch.RefSource source) => await Make<XRef>(source).GetAsync();
        }
        """).Generate().Diagnostics);

    [Theory]
    [InlineData("namespace N { partial class TResult<TMessage> { [Actor] sealed partial class X<TMessage1> { [Handles] int Get() => 1; } } }")]
    [InlineData("[Actor] public sealed partial class X<TResult> { [Handles] TResult? Get() => default; }")]
    [InlineData("[Actor] public sealed partial class Unhandled { [Handles] int Get() => 1; }")]
    [InlineData("[Actor] public sealed partial class Schedule { [Handles] int On(int work) => 1; }")]
    [InlineData("[Actor] public sealed partial class RunAsync { [Handles] int Get(int work) => 1; }")]
    [InlineData("[Actor] public sealed partial class StreamAsync { [Handles] IAsyncEnumerable<int> Get(int _cell) => null!; }")]
    [InlineData("[Actor] public sealed partial class X { [Handles] IAsyncEnumerable<int> Read(int _cell, string cancellationToken, CancellationToken ct) => null!; }")]
    public void Names_OfGeneratedMembers_AreNoTrouble(string source) => Assert.Empty(TestProject.Of(source).Generate().Diagnostics);

    [Theory]
    [InlineData("public sealed class Meter")]
    [InlineData("public abstract partial class Meter")]
    public void InvalidClass_EveryVerb_AddsNoError(string header) => Assert.Empty(TestProject.Of($$"""
        [Actor] {{header}}
        {
            public int Count;
            [Handles] IAsyncEnumerable<int> On(string m) => null!;
            [Handles] IAsyncEnumerable<int> Read(int from) => null!;
            [Handles] Deferred<int> On(int m) => null!;
            [Handles] static IAsyncEnumerable<int> Broken(int from) => null!;
        }
        static class Program
        {
            static async Task Run(MeterRef meter)
            {
                await meter.TellAsync(1);
                using ActorTimer timer = meter.Schedule(1, TimeSpan.Zero, period: TimeSpan.Zero);
                await meter.RunAsync(m => m.Count = 1);
                int count = await meter.RunAsync(async m => { await Task.Yield(); return m.Count; });
                int reply = await meter.AskAsync(1);
                await foreach (int n in meter.StreamAsync("x")) { }
                await foreach (int n in meter.ReadAsync(from: 1)) { }
                await foreach (int n in meter.BrokenAsync(from: 1)) { }
                IStream<string, int> stream = meter;
                IAsk<int, int> ask = meter;
            }
        }
        """).Generate().Diagnostics);
}
