using Coerce.TestCompiler;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>For each class or handler that an analyzer reports, the generated code adds no error of the compiler.</summary>
public sealed class ParityTests
{
    // What a program does with an actor X whose handlers are Get and On(int).
    private const string Use = """
        static class Program
        {
            static async Task Run(ActorSystem system)
            {
                XRef x = system.Spawn(X.Props());
                XRef named = system.Spawn(X.Props(1, "a", null), "x");
                x.Tell(1);
                bool sent = x.TryTell("any");
                int n = await x.AskAsync(1);
                string s = await x.AskAsync(1, TimeSpan.FromSeconds(1), default);
                int m = await x.GetAsync();
                int p = await named.GetAsync(1, TimeSpan.Zero);
                await x.StopAsync();
            }
        }
        """;

    // The same where Get is sound, and therefore typed.
    private static readonly string UseOfGet = Use.Replace("named.GetAsync(1, TimeSpan.Zero)", "named.GetAsync()", StringComparison.Ordinal);

    [Theory]
    [InlineData("public sealed class X { [Handles] int Get() => 1; [Handles] int On(int m) => m; }")]
    [InlineData("public sealed class X(int n) { [Handles] int Get() => n; [Handles] int On(int m) => m; }")]
    [InlineData("public abstract partial class X { [Handles] int Get() => 1; [Handles] int On(int m) => m; }")]
    [InlineData("public abstract class X { [Handles] int Get() => 1; [Handles] int On(int m) => m; }")]
    [InlineData("public static partial class X { [Handles] static int Get() => 1; [Handles] static int On(int m) => m; }")]
    [InlineData("public partial record X { [Handles] int Get() => 1; [Handles] int On(int m) => m; }")]
    [InlineData("public partial record X(int N) { [Handles] int Get() => 1; [Handles] int On(int m) => m; }")]
    [InlineData("public record X { [Handles] int Get() => 1; [Handles] int On(int m) => m; }")]
    [InlineData("public sealed partial class X { public X(int n) { } public X() { } [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { private X(int n) { } [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { public X(ref int n) { } [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { public required int N { get; init; } [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { class Recipe { } [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { int Dispatcher() => 1; [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { [Handles] int Messages() => 1; [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { class Messages { } [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X : B { [Handles] int Get() => 1; } [Actor] public partial class B { [Handles] int Go() => 1; }")]
    public void InvalidClass_UsedInEveryWay_AddsNoError(string actor) => AssertClean("[Actor] " + actor, Use);

    [Theory]
    [InlineData("public sealed partial class X { }")]
    [InlineData("public sealed class X { }")]
    [InlineData("sealed class X<T> where T : struct { [Handles] int Get() => 1; }")]
    [InlineData("file sealed partial class X { [Handles] int Get() => 1; }")]
    [InlineData("sealed class @event { [Handles] int @class() => 1; [Handles] int StopAsync() => 1; [Handles] int Get() => 1; [Handles] int GetAsync(int n) => 1; }")]
    [InlineData("public sealed partial class X { public static int Props() => 1; [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { [Handles] int Props() => 1; [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class Messages { [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class Recipe { [Handles] int Get() => 1; }")]
    [InlineData("public sealed partial class X { [Handles] int Get() => 1; } public sealed class XRef { }")]
    [InlineData("public sealed class X { [Handles] int Get() => 1; } public sealed class XRef { }")]
    public void InvalidClass_Alone_AddsNoError(string actor) => AssertClean("[Actor] " + actor);

    [Theory]
    [InlineData("public class Outer { [Actor] public sealed partial class X { [Handles] int Get(XRef x) => 1; public static XRef? Other; } }")]
    [InlineData("public class Outer { [Actor] public sealed class X { [Handles] int Get(XRef x) => 1; public static XRef? Other; } }")]
    [InlineData("public partial class Outer { [Actor] public sealed class X { [Handles] int Get(XRef x) => 1; public static Outer.XRef? Other; } }")]
    [InlineData("public partial class Outer { [Actor] private sealed class X { [Handles] int Get(XRef x) => 1; public static Outer.XRef? Other = null; } }")]
    public void ContainerThatIsNotPartial_Generate_AddsNoError(string source) => AssertClean("namespace N { " + source + " }");

    [Theory]
    [InlineData("[Handles] static int Get() => 1;")]
    [InlineData("[Handles] int Get<T>() => 1;")]
    [InlineData("[Handles] int Get(ref int n) => 1;")]
    [InlineData("[Handles] int Get(out int n) => n = 1;")]
    [InlineData("[Handles] int Get(ref readonly int n) => 1;")]
    [InlineData("[Handles] ref int Get() => throw new Exception();")]
    [InlineData("[Handles] Span<int> Get() => default;")]
    [InlineData("[Handles] int Get(Span<int> s) => 1;")]
    [InlineData("[Handles] int Get(params ReadOnlySpan<int> s) => 1;")]
    [InlineData("[Handles] dynamic Get() => 1;")]
    [InlineData("[Handles] Task<IAsyncEnumerable<int>> Get() => throw new Exception();")]
    [InlineData("[Handles] IAsyncEnumerator<int> Get() => throw new Exception();")]
    [InlineData("[Handles] ValueTask<Deferred<int>> Get() => throw new Exception();")]
    [InlineData("[Handles] Deferred<IAsyncEnumerable<int>> Get() => throw new Exception();")]
    [InlineData("[Handles] int Get(Hidden m) => 1; private sealed class Hidden { }")]
    [InlineData("[Handles] Hidden Get() => default!; private sealed class Hidden { }")]
    [InlineData("[Handles] int Get(ActorContext<XRef> a, ActorContext<XRef> b) => 1;")]
    [InlineData("[Handles] int Get(ActorContext<YRef> a) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int GetAsync(int n) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int On() => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int On(int a, int b) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int On(string a) => 1; [Handles] int OnAsync(string a) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int On(XRef a) => 1; [Handles] int OnAsync(global::XRef a) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int Stop(int n) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int Ask(int n) => 1; [Handles] int Tell(int n) => 1; [Handles] int Equals(int n) => 1;")]
    [InlineData("[Handles] int Get() => 1; [Handles] int ToString(int n) => 1;")]
    public void InvalidHandler_UsedInEveryWay_AddsNoError(string handlers) => AssertClean(
        $$"""
        [Actor] public sealed partial class X(int n = 1, string? s = null, object? o = null) { public object?[] All => [n, s, o]; {{handlers}} }
        [Actor] public sealed partial class Y { [Handles] int Get() => 1; }
        """,
        handlers.StartsWith("[Handles] int Get() => 1;", StringComparison.Ordinal) ? UseOfGet : Use);

    [Theory]
    [InlineData("[OnStart] int Start() => 1;")]
    [InlineData("[OnStart] void Start(int n) { }")]
    [InlineData("[OnStart] static void Start() { }")]
    [InlineData("[OnStart] void Start<T>() { }")]
    [InlineData("[OnStart] void Start() { } [OnStart] void Begin() { }")]
    [InlineData("[OnStop] Task<int> Stop() => Task.FromResult(1);")]
    [InlineData("[OnStop] void Stop() { } [OnStop] void End() { }")]
    public void InvalidLifecycle_Generate_AddsNoErrorAndKeepsTheRest(string lifecycle)
    {
        GeneratedProgram program = TestProject.Of($$"""
            [Actor] public sealed partial class X { [Handles] int Get() => 1; {{lifecycle}} }
            static class Program { static async Task<int> Run(XRef x) => await x.GetAsync(); }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("COERCE0101", program.Files["X.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void HalfTypedCode_Generate_NeverFails()
    {
        string source = Bank.Source + " partial class Outer<T> { [Actor] sealed class Inner<U> { [Handles] System.Func<(InnerRef<U>[] a, T?)> On(global::Bank.AccountRef? m = null) => 1; } }";

        for (int length = 0; length < source.Length; length += 5)
        {
            _ = TestProject.Of(source[..length]).Generate();
        }

        string[] words = source.Split(' ');
        for (int missing = 0; missing < words.Length; missing++)
        {
            _ = TestProject.Of(string.Join(' ', words.Where((_, index) => index != missing))).Generate();
        }
    }

    [Fact]
    public void FileLocalActorsOfOneName_Generate_DoNotFail()
    {
        const string Actor = "[Actor] file sealed partial class X { [Handles] int Get() => 1; }";
        Assert.Equal(2, TestProject.Of(Actor, Actor).Generate().Files.Count);
    }

    [Fact]
    public void StructOrInterface_Generate_OnlyTheCompilersOwnError()
    {
        Assert.Equal(["CS0592"], TestProject.Of("[Actor] public partial struct X { [Handles] int Get() => 1; }", Use).Generate().Ids);
        Assert.Equal(["CS0592"], TestProject.Of("[Actor] public struct X { [Handles] int Get() => 1; }", Use).Generate().Ids);
        Assert.Equal(["CS0592"], TestProject.Of("[Actor] public partial interface X { [Handles] int Get(); }", Use).Generate().Ids);
    }

    [Fact]
    public void NotPartial_LanguageVersion13_RefIsStillThere()
    {
        GeneratedProgram program = TestProject.Of(
            "[Actor] public sealed class X { [Handles] int Get() => 1; } static class Program { static async Task<int> Run(XRef x) => await x.GetAsync(); }")
            .WithLanguageVersion(LanguageVersion.CSharp13).Generate();

        Assert.Empty(program.Diagnostics);
    }

    private static void AssertClean(params string[] sources)
    {
        GeneratedProgram program = TestProject.Of(sources).Generate();
        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics) + "\n\n" + string.Join("\n", program.Files.Values));
    }
}
