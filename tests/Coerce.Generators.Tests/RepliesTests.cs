using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Replies that come later, replies that are streams, and handlers that let others in.</summary>
public sealed class RepliesTests
{
    private const string Usings = "global using System.Linq; global using System.Runtime.CompilerServices;";

    [Theory]
    [InlineData("Deferred<int> On(int m) => Deferred.Run(async ct => { await Task.Yield(); return m; });", "await a.AskAsync(5)", "5")]
    [InlineData("Deferred<int> Get(int m = 3) => Deferred.Run(ct => Task.FromResult(m));", "await a.GetAsync()", "3")]
    [InlineData("Deferred<string?> Get(CancellationToken ct) => Done<string?>(null);", "await a.GetAsync() ?? \"none\"", "none")]
    [InlineData("Deferred<(int A, List<ARef> B)> Get(ActorContext<ARef> c) => Done((1, new List<ARef> { c.Self }));", "(await a.GetAsync()).B.Count", "1")]
    [InlineData("async IAsyncEnumerable<int> On(string m) { await Task.Yield(); yield return m.Length; yield return 1; }", "string.Join(\",\", await All(a.StreamAsync(\"abc\")))", "3,1")]
    [InlineData("IAsyncEnumerable<int> Get(int n, int? more = null) => Count(n, default);", "string.Join(\",\", await All(a.GetAsync(2)))", "0,1")]
    [InlineData("IAsyncEnumerable<int> Get(ActorContext<ARef> c, int n, CancellationToken ct) => Count(n, ct);", "string.Join(\",\", await All(a.StreamAsync(new A.Messages.Get(1))))", "0")]
    [InlineData("async IAsyncEnumerable<string?> GetAsync([EnumeratorCancellation] CancellationToken ct = default) { await Task.Yield(); yield return null; }", "(await All(a.GetAsync())).Count", "1")]
    [InlineData("IAsyncEnumerable<int> On(string m) => Count(2, default);", "string.Join(\",\", await All(((IStream<string, int>)a).StreamAsync(\"x\")))", "0,1")]
    [InlineData("[Handles(Reentrant = true)] async Task<int> On(int m) { await Task.Yield(); return m; }", "await a.AskAsync(5)", "5")]
    [InlineData("[Handles(Reentrant = true)] async Task On(int m) => await Task.Yield();", "await Wait(a.AskAsync(5))", "done")]
    [InlineData("[Handles(Reentrant = true)] async ValueTask<string?> Get(string? s = null) { await Task.Yield(); return s; }", "await a.GetAsync(\"x\")", "x")]
    [InlineData("[Handles(Reentrant = true)] ValueTask Get(CancellationToken ct) => default;", "await Wait(a.GetAsync())", "done")]
    [InlineData("[Handles(Reentrant = true)] int Get() => 4;", "await a.GetAsync()", "4")]
    public async Task Handler_Asked_Replies(string handler, string use, string expected)
    {
        string attribute = handler.StartsWith('[') ? "" : "[Handles] ";
        GeneratedProgram program = TestProject.Of(Usings, $$"""
            [Actor] public sealed partial class A
            {
                {{attribute}}{{handler}}
                [Handles] void Nothing() { }
                private static Deferred<T> Done<T>(T value) { var reply = new Deferred<T>(); reply.Reply(value); return reply; }
                private static async IAsyncEnumerable<int> Count(int n, [EnumeratorCancellation] CancellationToken ct)
                {
                    for (int i = 0; i < n; i++) { ct.ThrowIfCancellationRequested(); await Task.Yield(); yield return i; }
                }
            }
            static class Program
            {
                static async Task<string> Main()
                {
                    await using var system = new ActorSystem("s");
                    ARef a = system.Spawn(A.Props(), "a");
                    return $"{{{use}}}";
                }
                static async Task<List<T>> All<T>(IAsyncEnumerable<T> stream)
                {
                    var all = new List<T>();
                    await foreach (T item in stream) all.Add(item);
                    return all;
                }
                static async Task<string> Wait(ValueTask task) { await task; return "done"; }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(expected, await loaded.RunAsync("Program", "Main"));
    }

    [Fact]
    public async Task Stream_Broken_Off_CancelsTheToken()
    {
        GeneratedProgram program = TestProject.Of(Usings, """
            [Actor] public sealed partial class A(TaskCompletionSource gone)
            {
                [Handles] async IAsyncEnumerable<int> Numbers([EnumeratorCancellation] CancellationToken ct)
                {
                    using var registration = ct.Register(gone.SetResult);
                    for (int i = 0; ; i++) { await Task.Yield(); yield return i; }
                }
            }
            static class Program
            {
                static async Task<int> Main()
                {
                    await using var system = new ActorSystem("s");
                    var gone = new TaskCompletionSource();
                    ARef a = system.Spawn(A.Props(gone), "a");
                    int sum = 0;
                    await foreach (int n in a.NumbersAsync()) { sum += n; if (n == 3) break; }
                    await gone.Task;
                    return sum;
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(6, await loaded.RunAsync("Program", "Main"));
    }

    [Fact]
    public void Stream_InTheRef_HasNoOtherVerbs()
    {
        string text = TestProject.Of("[Actor] public sealed partial class A { [Handles] IAsyncEnumerable<int> On(string m) => null!; }")
            .Generate().Files["A.g.cs"];

        Assert.Contains("global::Coerce.IStream<string, int>", text, StringComparison.Ordinal);
        Assert.Contains("It streams: string (with StreamAsync).", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(string message)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void InternalMessagesAndReplies_OfEveryKind_Compile() => Assert.Empty(TestProject.Of("""
        internal sealed record Hidden(int N);
        [Actor] public sealed partial class A
        {
            [Handles] IAsyncEnumerable<int> On(Hidden m) => null!;
            [Handles] IAsyncEnumerable<Hidden> On(string m) => null!;
            [Handles] IAsyncEnumerable<Hidden> Read(Hidden from) => null!;
            [Handles] Deferred<Hidden> On(int m) => null!;
            [Handles] void On(List<Hidden> m) { }
        }
        [Actor] internal sealed partial class B<T> where T : class
        {
            [Handles] IAsyncEnumerable<T?> On(T m) => null!;
            [Handles] IAsyncEnumerable<T> On(string m) => null!;
            [Handles] Deferred<T?> Get(BRef<T>? other) => null!;
        }
        """).Generate().Diagnostics);

    [Theory]
    [InlineData("async Task<int> On(int m) => await other.AskAsync(m);", true)]
    [InlineData("Task<int> On(int m) => Help();", true)]
    [InlineData("async ValueTask<int> On(int m) { await foreach (var n in Numbers()) { } return 1; }", true)]
    [InlineData("async Task<int> On(int m) { await Task.Yield(); await Task.Delay(m).ConfigureAwait(false); return nameof(m).Length; }", false)]
    [InlineData("async Task<int> On(Task<int> m) => await m.WaitAsync(TimeSpan.Zero);", false)]
    [InlineData("int On(int m) => Help().Result;", false)]
    [InlineData("Deferred<int> On(int m) => Deferred.Run(ct => Help());", false)]
    [InlineData("[Handles(Reentrant = true)] async Task<int> On(int m) => await Help();", false)]
    public void Handler_ThatMayAskAndWait_SaysSo(string handler, bool mayAsk)
    {
        string attribute = handler.StartsWith('[') ? "" : "[Handles] ";
        string text = TestProject.Of($$"""
            [Actor] public sealed partial class A(BRef other)
            {
                {{attribute}}{{handler}}
                Task<int> Help() => other.AskAsync(1).AsTask();
                IAsyncEnumerable<int> Numbers() => null!;
            }
            [Actor] public sealed partial class B { [Handles] int On(int m) => m; }
            """).Generate().Files["A.g.cs"];

        Assert.Equal(mayAsk, text.Contains("cell.BeginAsking();", StringComparison.Ordinal));
        Assert.Equal(mayAsk, text.Contains("cell.TryEnterAsking(0, cancellationToken)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Handles] async IAsyncEnumerable<int> Get() { await Task.Yield(); yield return 1; }", false)]
    [InlineData("[Handles] async IAsyncEnumerable<int> Get() { yield return await other.AskAsync(1); }", true)]
    [InlineData("[Handles] async IAsyncEnumerable<int> Get(IAsyncEnumerable<int> m) { await foreach (var n in m) yield return n; }", true)]
    [InlineData("[Handles] async IAsyncEnumerable<int> Get(int[] m) { await Task.Yield(); foreach (var n in m) yield return n; }", false)]
    [InlineData("[Handles] IAsyncEnumerable<int> Get(IAsyncEnumerable<int> m) => m;", true)]
    [InlineData("[OnStart] async Task Start() => await other.AskAsync(1);", true)]
    [InlineData("[OnStart] async Task Start() => await Task.Yield();", false)]
    [InlineData("[OnStart] void Start() => _ = other.AskAsync(1);", false)]
    [InlineData("[OnRestart] async ValueTask Restart(Exception e) => await other.AskAsync(1);", true)]
    [InlineData("[OnStop] Task Stop() => other.AskAsync(1).AsTask();", true)]
    public void Method_ThatMayAskAndHoldItsTurn_SaysSo(string method, bool mayAsk)
    {
        GeneratedProgram program = TestProject.Of($$"""
            [Actor] public sealed partial class A(BRef other)
            {
                {{method}}
                [Handles] BRef On(int m) => other;
            }
            [Actor] public sealed partial class B { [Handles] int On(int m) => m; }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Equal(mayAsk, program.Files["A.g.cs"].Contains("cell.BeginAsking();", StringComparison.Ordinal));
    }
}
