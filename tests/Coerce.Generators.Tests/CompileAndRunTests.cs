using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class CompileAndRunTests
{
    [Fact]
    public async Task Account_Run_EveryStyleOfHandlerReplies()
    {
        object? result = await RunAsync(Bank.Source, """
            namespace Bank;

            sealed class Clock : IClock, IServiceProvider
            {
                public DateTimeOffset Now => default;
                public object? GetService(Type type) => type == typeof(IClock) ? this : null;
            }

            static class Program
            {
                static async Task<string> Main()
                {
                    await using var system = new ActorSystem("bank", new ActorSystemOptions { Services = new Clock() });
                    AccountRef alice = system.Spawn(Account.Props(50), "alice");
                    AccountRef bob = system.Spawn(Account.Props(balance: 0));
                    uint first = await alice.AskAsync(new Deposit(40));
                    alice.Tell(new Deposit(1));
                    bool sent = alice.TryTell(new Audit("x"));
                    await alice.AskAsync(new Audit("y"), TimeSpan.FromSeconds(5));
                    bool moved = await alice.TransferAsync(bob, 11);
                    return $"{first} {sent} {moved} {await alice.GetBalanceAsync()} {await bob.AskAsync(new Account.Messages.GetBalance())}";
                }
            }
            """);

        Assert.Equal("90 True True 80 11", result);
    }

    [Theory]
    [InlineData("int M() => 5;", "5")]
    [InlineData("Task<int> M() => Task.FromResult(5);", "5")]
    [InlineData("async Task<int> MAsync() { await Task.Yield(); return 5; }", "5")]
    [InlineData("ValueTask<int> M() => new(5);", "5")]
    [InlineData("async ValueTask<int> M() { await Task.Yield(); return 5; }", "5")]
    [InlineData("string? M() => null;", "")]
    [InlineData("(int A, string? B) M() => (1, null);", "(1, )")]
    [InlineData("int? M() => null;", "")]
    [InlineData("Task<List<string?>> M() => Task.FromResult(new List<string?> { null });", "System.Collections.Generic.List`1[System.String]")]
    public async Task Reply_AskedInlineAndQueued_ArrivesAsItIs(string handler, string expected)
    {
        object? result = await RunAsync($$"""
            [Actor] public sealed partial class A
            {
                private readonly TaskCompletionSource _gate = new();
                [Handles] {{handler}}
                [Handles] Task Block() => _gate.Task;
                public static TaskCompletionSource Gate(A a) => a._gate;
                [OnStart] void Keep() => Last = this;
                public static A? Last;
            }
            static class Program
            {
                static async Task<string> Main()
                {
                    await using var system = new ActorSystem("s");
                    ARef a = system.Spawn(A.Props());
                    string inline = $"{await a.MAsync()}";
                    ValueTask blocked = a.BlockAsync();
                    var queued = a.AskAsync(new A.Messages.M());
                    A.Gate(A.Last!).SetResult();
                    await blocked;
                    return inline == $"{await queued}" ? inline : "inline and queued differ";
                }
            }
            """);

        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData("void M() => Done++;")]
    [InlineData("Task M() { Done++; return Task.CompletedTask; }")]
    [InlineData("async ValueTask M() { await Task.Yield(); Done++; }")]
    public async Task NoReply_Asked_CompletesAfterTheHandler(string handler)
    {
        object? result = await RunAsync($$"""
            [Actor] public sealed partial class A { public static int Done; [Handles] {{handler}} }
            static class Program
            {
                static async Task<int> Main()
                {
                    await using var system = new ActorSystem("s");
                    await system.Spawn(A.Props()).MAsync();
                    return A.Done;
                }
            }
            """);

        Assert.Equal(1, result);
    }

    [Fact]
    public async Task Lifecycle_TaskWithServiceAndToken_Runs()
    {
        object? result = await RunAsync("""
            sealed class Services : IServiceProvider { public object? GetService(Type type) => type == typeof(Version) ? new Version(1, 2) : null; }
            [Actor] public sealed partial class A
            {
                public static string Log = "";
                [Handles] int Get() => 1;
                [OnStart] async Task Start([FromServices] Version? version, CancellationToken token, ActorContext<ARef> context)
                {
                    await Task.Yield();
                    Log += version + context.Self.Id;
                }
                [OnStop] void Stop() => Log += " stopped";
            }
            static class Program
            {
                static async Task<string> Main()
                {
                    await using (var system = new ActorSystem("s", new ActorSystemOptions { Services = new Services() }))
                    {
                        await system.SpawnAsync(A.Props(), "a");
                    }
                    return A.Log;
                }
            }
            """);

        Assert.Equal("1.2a stopped", result);
    }

    [Fact]
    public async Task GenericAndNestedActors_Run_Reply()
    {
        object? result = await RunAsync("""
            namespace Deep;
            public readonly record struct Put<T>(T Value);
            public partial class Outer<TKey> where TKey : notnull
            {
                [Actor] public sealed partial class Store<TValue> where TValue : class?
                {
                    private readonly List<(TKey Key, TValue? Value)> _all = [];
                    [Handles] int On(Put<(TKey Key, TValue? Value)> m) { _all.Add(m.Value); return _all.Count; }
                    [Handles] TValue? Last(TKey? key, StoreRef<TValue>? other = null) => _all.Find(x => Equals(x.Key, key)).Value;
                }
            }
            static class Program
            {
                static async Task<string?> Main()
                {
                    await using var system = new ActorSystem("s");
                    Outer<int>.StoreRef<string> store = system.Spawn(Outer<int>.Store<string>.Props());
                    await store.AskAsync(new Put<(int, string?)>((3, "three")));
                    IAsk<Put<(int Key, string? Value)>, int> typed = store;
                    return await store.LastAsync(3) + await typed.AskAsync(new((4, null)));
                }
            }
            """);

        Assert.Equal("three2", result);
    }

    [Fact]
    public async Task TwoActorsOfOneMessage_InOneList_BothReply()
    {
        object? result = await RunAsync("""
            public sealed record Ping(int N);
            [Actor] public sealed partial class A { [Handles] int On(Ping p) => p.N; }
            [Actor] internal sealed partial class B { [Handles] Task<int> OnAsync(Ping p) => Task.FromResult(p.N * 2); }
            static class Program
            {
                static async Task<int> Main()
                {
                    await using var system = new ActorSystem("s");
                    List<IReceive<Ping>> all = [system.Spawn(A.Props()), system.Spawn(B.Props())];
                    int sum = 0;
                    foreach (IReceive<Ping> one in all) { one.Tell(new Ping(0)); sum += await ((IAsk<Ping, int>)one).AskAsync(new Ping(5)); }
                    return sum;
                }
            }
            """);

        Assert.Equal(15, result);
    }

    private static async Task<object?> RunAsync(params string[] sources)
    {
        GeneratedProgram program = TestProject.Of(sources).Generate();
        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        return await loaded.RunAsync(sources[0].StartsWith("namespace Bank", StringComparison.Ordinal) ? "Bank.Program" : sources[0].StartsWith("namespace Deep", StringComparison.Ordinal) ? "Deep.Program" : "Program", "Main");
    }
}
