using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>A handler that takes a <c>RequestScope</c> gives its ref the overloads that pass one.</summary>
public sealed class ScopeTests
{
    [Fact]
    public void ScopedActor_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace Shop;

            [Actor]
            public sealed partial class Cart
            {
                [Handles] int On(string item, RequestScope scope) => item.Length;

                [Handles] int On(int count) => count;

                [Handles] void Clear(RequestScope scope, bool hard = false) { }
            }
            """).Generate();

        Snapshot.Match(string.Join("\n", program.Files.Select(file => $"// ---- {file.Key}\n{file.Value}")));
        Assert.Empty(program.Diagnostics);
    }

    [Theory]
    [InlineData("[Handles] int Get(RequestScope scope) => 1;", "await x.GetAsync(scope)")]
    [InlineData("[Handles] int Get(RequestScope scope) => 1;", "await x.GetAsync(default)")]
    [InlineData("[Handles] int Get(RequestScope scope, CancellationToken ct, ActorContext<XRef> c) => 1;", "await x.GetAsync(scope, default)")]
    [InlineData("[Handles] int Get(int scope, RequestScope scope1, int @class = 2) => 1;", "await x.GetAsync(1, 2, scope)")]
    [InlineData("[Handles] int Get(int scope, RequestScope s, int @class = 2) => 1;", "await x.GetAsync(1)")]
    [InlineData("[Handles] int On(string m, RequestScope? scope) => 1;", "await x.AskAsync(\"\", scope)")]
    [InlineData("[Handles] int On(string m, in RequestScope scope) => 1;", "await x.AskAsync(\"\", scope, TimeSpan.FromSeconds(1), default)")]
    [InlineData("[Handles] int On(string m, RequestScope scope) => 1;", "await x.AskAsync(\"\", default)")]
    [InlineData("[Handles] int On(string m, RequestScope scope) => 1;", "await ((IAsk<string, int>)x).AskAsync(\"\")")]
    [InlineData("[Handles] ValueTask On(string m, RequestScope scope) => default;", "await x.AskAsync(\"\", scope).AsTask().ContinueWith(_ => 1)")]
    [InlineData("[Handles(Reentrant = true)] Task<int> On(string m, RequestScope scope) => Task.FromResult(1);", "await x.AskAsync(\"\", scope)")]
    public async Task ScopedHandler_CalledInEveryWay_CompilesAndRuns(string handler, string call)
    {
        GeneratedProgram program = TestProject.Of($$"""
            [Actor] public sealed partial class X { {{handler}} }
            static class Program
            {
                static async Task<int> Main()
                {
                    await using var system = new ActorSystem("s");
                    XRef x = system.Spawn(X.Props());
                    RequestScope scope = RequestScope.Empty.With("tenant");
                    return {{call}} + scope.Get<string>().Length - 6;
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(1, await loaded.RunAsync("Program", "Main"));
    }

    [Theory]
    [InlineData("x.Tell(new Version(), scope);")]
    [InlineData("bool sent = x.TryTell(new Version(), scope);")]
    [InlineData("await x.TellAsync(new Version(), scope);")]
    [InlineData("await x.TellAsync(new Version(), scope, CancellationToken.None);")]
    [InlineData("int n = await x.AskAsync(new Version(), scope);")]
    [InlineData("string s = (await x.AskAsync(new Version(), scope, TimeSpan.FromSeconds(1))).ToUpper();")]
    [InlineData("int n = await x.AskAsync(1, scope);")]
    [InlineData("await foreach (int n in x.StreamAsync(new Version(), scope)) { }")]
    [InlineData("int n = await x.AskAsync(\"\", scope) + await x.AskAsync(new Version(), scope);")]
    public void MessageThatNobodyTakesWithAScope_Sent_IsOneError(string statement)
    {
        GeneratedProgram program = CompileMixed(statement);

        Diagnostic error = Assert.Single(program.Diagnostics);
        Assert.Equal("COERCE0101", error.Id);
        Assert.Contains(
            "X has no handler that takes this message with a RequestScope. With one it takes: string, Reading, long[]. Without one: int.",
            error.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int n = await x.AskAsync(new Precise(1), scope);")]
    [InlineData("int n = await x.AskAsync(new Precise(1), default);")]
    [InlineData("int n = await x.AskAsync(1, default); x.Tell(new Precise(1), scope); await x.TellAsync(1, default);")]
    public void HandledMessage_SentWithAScopeOrNothing_Compiles(string statement) => Assert.Empty(CompileMixed(statement).Diagnostics);

    [Theory]
    [InlineData("int n = await x.AskAsync(new Version(), default);")]
    [InlineData("x.Tell(new Version());")]
    public void UnhandledMessage_SentWithoutAScope_NamesAllThatAreHandled(string statement)
    {
        Diagnostic error = Assert.Single(CompileMixed(statement).Diagnostics);

        Assert.Equal("COERCE0101", error.Id);
        Assert.Contains("X has no handler for this message. It handles: string, int, Reading.", error.GetMessage(), StringComparison.Ordinal);
    }

    private static GeneratedProgram CompileMixed(string statement) => TestProject.Of("""
        public record Reading(int N);
        public sealed record Precise(int N) : Reading(N);
        [Actor] public sealed partial class X
        {
            [Handles] int On(string m, RequestScope scope) => 1;
            [Handles] int On(int m) => m;
            [Handles] int On(Reading m, RequestScope scope) => m.N;
            [Handles] async IAsyncEnumerable<int> On(long[] m, RequestScope scope) { await Task.Yield(); yield return 1; }
        }
        """, $"public static class Program {{ public static async Task Run(XRef x, RequestScope scope) {{ {statement} await Task.CompletedTask; }} }}").Generate();

    [Fact]
    public void ConstructorWithScope_Generate_IsPartOfTheRecipe()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class X(RequestScope scope) { [Handles] string Get() => scope.ToString(); }
            static class Program { static Props<XRef> Recipe() => X.Props(RequestScope.Empty); }
            """).Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void ActorWithoutScope_Generate_NamesNone()
        => Assert.DoesNotContain("RequestScope", string.Concat(TestProject.Of(Bank.Source).Generate().Files.Values), StringComparison.Ordinal);

    [Fact]
    public void ScopedHandler_LanguageVersion12_Compiles()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class X { [Handles] int On(string m, RequestScope scope) => 1; }
            static class Program { static async Task<int> Run(XRef x) => await x.AskAsync("", RequestScope.Empty); }
            """).WithLanguageVersion(LanguageVersion.CSharp12).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.DoesNotContain("OverloadResolutionPriority", program.Files["X.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class X { [Handles] int Get(RequestScope scope) => 1; [Handles] int On(string m, RequestScope scope) => 1; }")]
    [InlineData("public sealed partial class X { [Handles] static int Get(RequestScope scope) => 1; [Handles] int On(string m, RequestScope scope) => 1; }")]
    [InlineData("public sealed partial class X { [Handles] int Get(RequestScope a, RequestScope b) => 1; [Handles] int On(string m, RequestScope scope) => 1; }")]
    [InlineData("public sealed partial class X { [Handles] int Get(RequestScope a) => 1; [Handles] int On(string m, RequestScope a, RequestScope b) => 1; }")]
    public void InvalidActor_SendingScopes_AddsNoError(string actor)
    {
        GeneratedProgram program = TestProject.Of("[Actor] " + actor, """
            static class Program
            {
                static async Task Run(XRef x)
                {
                    x.Tell("", RequestScope.Empty);
                    bool sent = x.TryTell("", RequestScope.Empty);
                    await x.TellAsync("", RequestScope.Empty);
                    int n = await x.AskAsync("", RequestScope.Empty);
                    int o = await x.AskAsync("", RequestScope.Empty, TimeSpan.FromSeconds(1));
                    int m = await x.GetAsync(RequestScope.Empty);
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
    }
}
