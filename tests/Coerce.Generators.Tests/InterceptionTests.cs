using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary><c>[Intercept]</c> puts a chain around each handler; without it nothing is different.</summary>
public sealed class InterceptionTests
{
    private const string Interceptors = """
        public static class Log { public static readonly List<string> Lines = []; public static string Take() { string all = string.Join(" ", Lines); Lines.Clear(); return all; } }

        public class A : TurnInterceptor
        {
            public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
            {
                Log.Lines.Add($"{GetType().Name}:{turn.Handler.Name}");
                return next.HandleAsync(message);
            }
        }

        public sealed class B : A;

        public sealed class S : SendInterceptor
        {
            public override ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next)
            {
                Log.Lines.Add($"S:{send.Handler.Name}");
                return next.SendAsync(message);
            }
        }
        """;

    [Fact]
    public void InterceptedActor_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of(Interceptors, """
            public sealed class Clock(TimeProvider time, IFormatProvider? format = null) : SendInterceptor { public object?[] All => [time, format]; }

            [Actor, Intercept<A>, Intercept<Clock>]
            public sealed partial class Cart
            {
                [Handles] int On(string item) => item.Length;

                [Handles] Task Clear(CancellationToken ct) => Task.CompletedTask;

                [Handles(Reentrant = true)] ValueTask<bool> Pay(RequestScope scope) => new(true);

                [Handles] IAsyncEnumerable<string> Items() => null!;

                [Handles] Deferred<int> Total() => new();
            }
            """).Generate();

        Snapshot.Match(program.Files["Cart.g.cs"]);
        Assert.Empty(program.Diagnostics);
    }

    [Theory]
    [InlineData("", "[Actor, Intercept<A>, Intercept<B>]", "A:Get() B:Get()")]
    [InlineData("", "[Actor, Intercept<B>] [Intercept<A>]", "B:Get() A:Get()")]
    [InlineData("[assembly: Intercept<B>]", "[Actor, Intercept<A>]", "B:Get() A:Get()")]
    [InlineData("[assembly: Intercept<S>]", "[Actor, Intercept<A>]", "S:Get() A:Get()")]
    [InlineData("[assembly: Intercept<A>]", "[Actor]", "A:Get()")]
    [InlineData("", "[Actor, Intercept<A>, Intercept<A>]", "A:Get() A:Get()")]
    public async Task Interceptors_OfAssemblyAndClass_StandInTheirOrder(string assembly, string actor, string expected)
    {
        GeneratedProgram program = TestProject.Of(Interceptors, $"{assembly} {actor} public sealed partial class X {{ [Handles] int Get() => 1; }}", """
            static class Program
            {
                static async Task<string> Main()
                {
                    await using var system = new ActorSystem("s");
                    XRef x = system.Spawn(X.Props());
                    await x.GetAsync();
                    return Log.Take();
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(expected, await loaded.RunAsync("Program", "Main"));
    }

    [Theory]
    [InlineData("public sealed partial class X { [Handles] void On(string m) { } }")]
    [InlineData("public sealed partial class X { [Handles] int On(string m, RequestScope s, CancellationToken ct, ActorContext<XRef> c) => 1; }")]
    [InlineData("public sealed partial class X { [Handles] int Get(int cell = 1, int message = 2, int turn = 3, int scope = 4, int _cell = 5, int X = 6) => 1; }")]
    [InlineData("public sealed partial class X { [Handles] async Task Go() => await Task.Yield(); [Handles] async ValueTask Wait() => await Task.Yield(); }")]
    [InlineData("public sealed partial class X { [Handles] async Task<string?> Go(XRef? x) { await Task.Yield(); return null; } }")]
    [InlineData("public sealed partial class X<T> where T : class { [Handles] T? On(T m) => m; [Handles] T? Get(T? turn = null) => turn; }")]
    [InlineData("internal sealed partial class X { internal record M; [Handles] M On(M m) => m; [Handles] async IAsyncEnumerable<M> All(M m) { await Task.Yield(); yield return m; } }")]
    [InlineData("public sealed partial class X(int n) { [Handles] int @class(int @int) => n + @int; [OnStart] void S() { } [OnStop] void E() { } }")]
    [InlineData("public sealed partial class X { [Handles] Deferred<int?> On(int? m) => new(); [Handles(Reentrant = true)] async Task R() => await Task.Yield(); }")]
    public void Handlers_OfEveryShape_Compile(string actor)
    {
        GeneratedProgram program = TestProject.Of(Interceptors, "[Actor, Intercept<A>, Intercept<S>] " + actor).Generate();

        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics));
    }

    [Fact]
    public async Task Interceptor_ThatTakesARefFromServices_IsMade()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace Inner { [Actor] public sealed partial class Audit { private int _count; [Handles] int Note() => ++_count; } }

            namespace Outer
            {
                using Inner;

                public sealed class Noting(AuditRef audit) : TurnInterceptor
                {
                    public override async ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
                    {
                        await audit.NoteAsync();
                        return await next.HandleAsync(message);
                    }
                }

                [Actor, Intercept<Noting>] public sealed partial class X { [Handles] int Get() => 1; }

                sealed class Services : IServiceProvider { public AuditRef? Audit; public object? GetService(Type type) => type == typeof(AuditRef) ? Audit : null; }

                static class Program
                {
                    static async Task<int> Main()
                    {
                        var services = new Services();
                        await using var system = new ActorSystem("s", new() { Services = services });
                        services.Audit = system.Spawn(Audit.Props(), "audit");
                        XRef x = system.Spawn(X.Props());
                        await x.GetAsync();
                        await x.GetAsync();
                        return await services.Audit.NoteAsync();
                    }
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(3, await loaded.RunAsync("Outer.Program", "Main"));
    }

    [Theory]
    [InlineData("public abstract class I : TurnInterceptor;")]
    [InlineData("public abstract class I : SendInterceptor;")]
    [InlineData("public sealed class I : SendInterceptor { public I(int n) { } }")]
    [InlineData("public sealed class I : SendInterceptor { private I() { } }")]
    public void InterceptorAtFault_Generate_LeavesItOutAndAddsNoError(string interceptor)
    {
        GeneratedProgram program = TestProject.Of(interceptor, """
            [Actor, Intercept<I>] public sealed partial class X { [Handles] int Get() => 1; [Handles] void On(string m) { } }
            static class Program
            {
                static async Task Run(XRef x)
                {
                    x.Tell("", RequestScope.Empty);
                    await x.AskAsync("", RequestScope.Empty);
                    int n = await x.GetAsync(RequestScope.Empty);
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.DoesNotContain("new global::I(", program.Files["X.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void InterceptorOfUnknownType_Generate_OnlyTheCompilersError()
        => Assert.Equal(["CS0246"], TestProject.Of("[Actor, Intercept<Missing>] public sealed partial class X { [Handles] int Get() => 1; }").Generate().Ids);

    [Fact]
    public void NoInterceptor_Type_TheConstraintRefusesIt()
        => Assert.Equal(["CS0311"], TestProject.Of("[Actor, Intercept<string>] public sealed partial class X { [Handles] int Get() => 1; }").Generate().Ids);

    [Fact]
    public void ActorWithoutInterceptors_BesideOthers_IsTheSameToTheByte()
    {
        string alone = TestProject.Of(Bank.Source).Generate().Files["Bank.Account.g.cs"];

        GeneratedProgram program = TestProject.Of(Bank.Source, Interceptors, "[Actor, Intercept<A>] public sealed partial class X { [Handles] int Get() => 1; }").Generate();

        Assert.Equal(alone, program.Files["Bank.Account.g.cs"]);
        Assert.DoesNotContain("Interceptor", alone, StringComparison.Ordinal);
    }
}
