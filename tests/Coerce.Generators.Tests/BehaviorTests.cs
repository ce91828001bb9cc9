using Coerce.TestCompiler;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Correct programs with behaviours: they compile without a warning, and do what they say.</summary>
public sealed class BehaviorTests
{
    private const string Door = """
        public sealed record Knock(int Times);

        [Actor]
        public sealed partial class Door(string code)
        {
            private readonly string _code = code;

            [Handles] int CodeLength() => _code.Length;

            [Behavior(Initial = true), Stashes(typeof(Knock))]
            private sealed partial class Locked(Door door)
            {
                [Handles]
                async Task<bool> Unlock(string code, CancellationToken cancellationToken)
                {
                    await Task.Delay(0, cancellationToken);
                    if (code == door._code) door.Become(new Unlocked(door));
                    return code == door._code;
                }
            }

            [Behavior]
            private sealed partial class Unlocked(Door door)
            {
                private int _knocks;

                [Handles] bool Unlock(string code) => true;

                [Handles]
                int On(Knock message)
                {
                    _knocks += message.Times;
                    if (_knocks > 2) door.Become(new Locked(door));
                    return _knocks;
                }
            }
        }
        """;

    [Fact]
    public void Behaviors_Generate_ReadWell()
    {
        GeneratedProgram program = TestProject.Of(Door).Generate();

        string text = program.Files["Door.g.cs"];
        Snapshot.Match(text[text.IndexOf("    public static global::Coerce.Props", StringComparison.Ordinal)..]);
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public async Task Behaviors_Run_AnswerAndStash() => Assert.Equal("4 False True 1 3 waits 1", await RunAsync(Door, """
        static class Program
        {
            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test");
                DoorRef door = system.Spawn(Door.Props("1234"));
                ValueTask<int> first = door.AskAsync(new Knock(1));
                ValueTask<int> second = door.AskAsync(new Knock(2));
                string text = $"{await door.CodeLengthAsync()} {await door.UnlockAsync("1")} {await door.UnlockAsync("1234")} {await first} {await second}";
                ValueTask<int> third = door.AskAsync(new Knock(1));
                text += third.IsCompleted ? " is answered" : " waits";
                await door.UnlockAsync("1234");
                return $"{text} {await third}";
            }
        }
        """));

    [Theory]
    // Messages of every style and kind of reply, each of which one behaviour handles and the other stashes.
    [InlineData("[Handles] int M(int n = 1) => n;", "typeof(Messages.M)", "await x.MAsync()", "1")]
    [InlineData("[Handles] int @class() => 3;", "typeof(Messages.@class)", "await x.classAsync()", "3")]
    [InlineData("[Handles] Task<int> M() => Task.FromResult(2);", "typeof(X.Messages.M)", "await x.MAsync()", "2")]
    [InlineData("[Handles] Deferred<int> M() => Deferred.Run(_ => Task.FromResult(2));", "typeof(Messages.M)", "await x.MAsync()", "2")]
    [InlineData("[Handles(Reentrant = true)] async Task<int> M() { await Task.Yield(); return 4; }", "typeof(Messages.M)", "await x.MAsync()", "4")]
    [InlineData("[Handles(Reentrant = true)] async ValueTask On(int n) { await Task.Yield(); }", "typeof(int)", "await Done(x.AskAsync(1))", "done")]
    [InlineData("[Handles] async IAsyncEnumerable<int> M() { yield return 5; await Task.Yield(); }", "typeof(Messages.M)", "await First(x.MAsync())", "5")]
    [InlineData("[Handles] async IAsyncEnumerable<int> On(string m) { yield return m.Length; await Task.Yield(); }", "typeof(string)", "await First(x.StreamAsync(\"abc\"))", "3")]
    [InlineData("[Handles] (int A, string? B) On((int X, int Y) m) => (m.X, null);", "typeof((int, int))", "(await x.AskAsync((7, 8))).A", "7")]
    [InlineData("[Handles] string? On(List<string?> m) => m[0];", "typeof(List<string>)", "await x.AskAsync(new List<string?> { \"s\" })", "s")]
    [InlineData("[Handles] bool On(XRef m, ActorContext<XRef> context) => m == context.Self;", "typeof(XRef)", "await x.AskAsync(x)", "True")]
    [InlineData("[Handles] int On(Inner m) => m.N; internal sealed record Inner(int N);", "typeof(Inner)", "await x.AskAsync(new X.B.Inner(6))", "6", "internal", "typeof(B.Inner)")]
    public async Task Message_StashedAndHandled_IsAnswered(
        string handler, string stashed, string ask, string expected, string accessibility = "private", string? inFull = null) => Assert.Equal(expected, await RunAsync($$"""
        [Actor]
        public sealed partial class X
        {
            [Handles] void Go() => Become(new B());

            [Behavior(Initial = true), Stashes({{inFull ?? stashed}})]
            {{accessibility}} sealed partial class A;

            [Behavior]
            {{accessibility}} sealed partial class B
            {
                {{handler}}
            }
        }

        static class Program
        {
            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test");
                XRef x = system.Spawn(X.Props());
                Task<string> answer = AskAsync(x);
                if (answer.IsCompleted) return "not stashed";
                await x.GoAsync();
                string first = await answer;
                string second = await AskAsync(x);      // and when nothing is stashed
                return first == second ? first : $"{first}, then {second}";
            }

            static async Task<string> AskAsync(XRef x) => $"{{{ask}}}";

            static async Task<string> Done(ValueTask task) { await task; return "done"; }

            static async Task<T> First<T>(IAsyncEnumerable<T> items)
            {
                await foreach (T item in items) return item;
                throw new InvalidOperationException();
            }
        }
        """));

    [Fact]
    public async Task Names_OfEveryKind_MeanWhatTheyMeanToTheUser() => Assert.Equal("1 Settings 2 3", await RunAsync(["""
        namespace N;

        public partial class Outer<TKey> where TKey : notnull
        {
            public class Counted { protected int _behavior = 1; public int Behavior => _behavior; }

            [Actor]
            internal sealed partial class Store<T>(TKey key) : Counted
            {
                [Handles] int Count() => _behavior + (key is null ? 1 : 0);

                [Handles] string Where() => _where;

                private string _where = "";

                // Names of what the generated code inherits, and of types around it.
                [Behavior(Initial = true), Stashes(typeof(Outer<>.Store<>.Messages.@event), typeof(Put<>))]
                private sealed partial class Settings(Store<T> store, ActorContext<StoreRef<T>> Descriptor)
                {
                    private sealed class Outer { }
                    private sealed class StoreRef { }
                    private const int Coerce = 1, System = 2;

                    [Handles] void Turn(int cell, int message)
                    {
                        store._where = nameof(Settings);
                        _ = (new Outer(), new StoreRef(), Coerce, System, Descriptor);
                        store.Become(new Current(cell + message));
                    }
                }

                [Behavior]
                public sealed partial class Current(int n) { [Handles] void Turn(int cell, int message) { } [Handles] int On(Put<T> m) => n - 1; [Handles] int @event() => 3; }
            }
        }

        public sealed record Put<T>(T Value);

        static class Program
        {
            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test");
                Outer<string>.StoreRef<string> store = system.Spawn(Outer<string>.Store<string>.Props("k"));
                ValueTask<int> stashed = store.AskAsync(new Put<string>("a"));
                ValueTask<int> other = store.eventAsync();
                await store.TurnAsync(1, 2);
                return $"{await store.CountAsync()} {await store.WhereAsync()} {await stashed} {await other}";
            }
        }
        """], "N.Program"));

    [Fact]
    public async Task Parts_InSeveralFiles_AreOneActor() => Assert.Equal("1 2", await RunAsync(
        "[Actor] public sealed partial class X { private int _n = 1; }",
        "public sealed partial class X { [Behavior(Initial = true)] private sealed partial class A(X x) { [Handles] int Get() => x._n; } }",
        "public sealed partial class X { private sealed partial class A { [Handles] void Go() { x._n++; x.Become(new B(x)); } } }",
        "public sealed partial class X { private sealed partial class B(X x) : Base { [Handles] int Get() => Value(x._n); [Handles] void Go() { } } private abstract class Base { protected int Value(int n) => n; } }",
        "public sealed partial class X { [Behavior] private sealed partial class B; }",
        """
        static class Program
        {
            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test");
                XRef x = system.Spawn(X.Props());
                int first = await x.GetAsync();
                await x.GoAsync();
                return $"{first} {await x.GetAsync()}";
            }
        }
        """));

    [Fact]
    public async Task Constructor_ThatCallsBecome_DecidesWhatTheActorBeginsWith() => Assert.Equal("a b", await RunAsync("""
        [Actor]
        public sealed partial class X
        {
            private readonly IFormatProvider? _format;

            public X(bool isB, [FromServices] IServiceProvider services)
            {
                _format = null;
                if (isB) Become(new B(this));
            }

            [Behavior(Initial = true)] private sealed partial class A(X x, [FromServices] IServiceProvider services) { [Handles] string Get() => services is null ? "" : $"a{x._format}"; }

            [Behavior] private sealed partial class B(X x) { [Handles] string Get() => $"b{x._format}"; }
        }

        sealed class Services : IServiceProvider { public object? GetService(Type type) => this; }

        static class Program
        {
            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test", new ActorSystemOptions { Services = new Services() });
                return $"{await system.Spawn(X.Props(false)).GetAsync()} {await system.Spawn(X.Props(true)).GetAsync()}";
            }
        }
        """));

    [Fact]
    public async Task Signals_InBehaviours_AreDecidedByTheCurrentOne() => Assert.Equal("Resume Stop", await RunAsync("""
        [Actor] public sealed partial class Child { [Handles] void Fail() => throw new InvalidOperationException(); [Handles] int Get() => 1; }

        [Actor]
        public sealed partial class X
        {
            [Handles] ChildRef Make(ActorContext<XRef> context) => context.Spawn(Child.Props());

            [Behavior(Initial = true)]
            private sealed partial class Mild(X x) { [Handles] FailureAction On(ChildFailed m) => FailureAction.Resume; [Handles] void Harden() => x.Become(new Hard()); }

            [Behavior]
            private sealed partial class Hard { [Handles] Task<FailureAction> On(ChildFailed m) => Task.FromResult(FailureAction.Stop); [Handles] void Harden() { } }
        }

        static class Program
        {
            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test", new ActorSystemOptions { LoggerFactory = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance });
                XRef x = system.Spawn(X.Props());
                ChildRef child = await x.MakeAsync();
                return $"{await FailAsync(child)} {await HardenAsync(x, child)}";
            }

            static async Task<string> HardenAsync(XRef x, ChildRef child)
            {
                await x.HardenAsync();
                return await FailAsync(child);
            }

            static async Task<string> FailAsync(ChildRef child)
            {
                try { await child.FailAsync(); }
                catch (InvalidOperationException) { }
                try { await child.GetAsync(); return "Resume"; }
                catch (ActorStoppedException) { return "Stop"; }
            }
        }
        """));

    [Fact]
    public async Task MessageLeft_WhereTheErrorWasHidden_FailsAndSaysWhy() => Assert.Equal(
        "A '/a' behaves as C, which neither handles nor stashes String: the build reported it (COERCE0111). Mend that and build again.",
        await RunAsync("""
            [Actor]
            public sealed partial class A
            {
                [Behavior(Initial = true)] sealed partial class B(A a) { [Handles] void Go() => a.Become(new C()); [Handles] int On(string m) => 1; }
                [Behavior] sealed partial class C { [Handles] void Go() { } }
            }

            static class Program
            {
                static async Task<string> Main()
                {
                    await using var system = new ActorSystem("test");
                    ARef a = system.Spawn(A.Props(), "a");
                    await a.GoAsync();
                    try { return $"{await a.AskAsync("m")}"; }
                    catch (InvalidOperationException failure) { return failure.Message; }
                }
            }
            """));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public void OlderLanguage_Generate_Compiles(LanguageVersion version)
        => Assert.Empty(TestProject.Of(Door).WithLanguageVersion(version).Generate().Errors);

    [Fact]
    public void WithoutNullable_Generate_Compiles() => Assert.Empty(TestProject.Of(Door).WithoutNullable().Generate().Diagnostics);

    [Fact]
    public void OrderOfFiles_Generate_IsTheSame()
    {
        TestProject project = TestProject.Of(
            "[Actor] public sealed partial class X { [Behavior(Initial = true)] sealed partial class A { [Handles] int On(int m) => 1; [Handles] int Get() => 1; } }",
            "partial class X { [Behavior] sealed partial class B { [Handles] int Get() => 1; [Handles] int On(int m) => 1; } }");

        Assert.Equal(project.Generate().Files["X.g.cs"], project.InReverseOrder().Generate().Files["X.g.cs"]);
    }

    [Fact]
    public async Task CapacityOfTheStash_ReachesTheRuntime() => Assert.Equal("-1 7 0", await RunAsync("""
        [Actor] public sealed partial class A { [Behavior(Initial = true)] sealed partial class B { [Handles] int Get() => 1; } }
        [Actor(StashCapacity = 7)] public sealed partial class C { [Behavior(Initial = true)] sealed partial class D { [Handles] int Get() => 1; } }
        [Actor(StashCapacity = 0)] public sealed partial class E { [Behavior(Initial = true)] sealed partial class F { [Handles] int Get() => 1; } }
        static class Program
        {
            static string Main() => $"{A.Dispatcher.Instance.Settings.StashCapacity} {C.Dispatcher.Instance.Settings.StashCapacity} {E.Dispatcher.Instance.Settings.StashCapacity}";
        }
        """));

    [Fact]
    public void HalfTypedCode_Generate_NeverFails()
    {
        for (int length = 0; length < Door.Length; length += 3)
        {
            _ = TestProject.Of(Door[..length]).Generate();
        }

        string[] words = Door.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int missing = 0; missing < words.Length; missing++)
        {
            _ = TestProject.Of(string.Join(' ', words.Where((_, index) => index != missing))).Generate();
        }
    }

    private static Task<object?> RunAsync(params string[] sources) => RunAsync(sources, "Program");

    private static async Task<object?> RunAsync(string[] sources, string type)
    {
        GeneratedProgram program = TestProject.Of(sources).Generate();
        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics) + "\n\n" + string.Join("\n", program.Files.Values));
        using LoadedProgram loaded = program.Load();
        return await loaded.RunAsync(type, "Main");
    }
}
