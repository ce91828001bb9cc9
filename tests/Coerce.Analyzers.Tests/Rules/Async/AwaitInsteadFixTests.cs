using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Async;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class AwaitInsteadFixTests
{
    [Theory]
    [InlineData("[Handles] int Go(Task<int> t) => t.{|COERCE0301:Result|};", "[Handles] async Task<int> Go(Task<int> t) => await t;")]
    [InlineData("[Handles] string Go(Task<int> t) => t.{|COERCE0301:Result|}.ToString();", "[Handles] async Task<string> Go(Task<int> t) => (await t).ToString();")]
    [InlineData("[Handles] int Go(MeterRef m) => 1 + m.GetAsync().AsTask().{|COERCE0301:Result|};", "[Handles] async Task<int> Go(MeterRef m) => 1 + await m.GetAsync().AsTask();")]
    [InlineData("[Handles] void Go(Task t) => t.{|COERCE0301:Wait|}();", "[Handles] async Task Go(Task t) => await t;")]
    [InlineData("[Handles] void Go(Task t, CancellationToken ct) { t.{|COERCE0301:Wait|}(ct); }", "[Handles] async Task Go(Task t, CancellationToken ct) { await t.WaitAsync(ct); }")]
    [InlineData("[Handles] int? Go(Task<int> t) { return t.ConfigureAwait(true).GetAwaiter().{|COERCE0301:GetResult|}(); }", "[Handles] async Task<int?> Go(Task<int> t) { return await t.ConfigureAwait(true); }")]
    [InlineData("[Handles] void Go(Task a, Task b) { Task.{|COERCE0301:WaitAll|}(a, b); }", "[Handles] async Task Go(Task a, Task b) { await Task.WhenAll(a, b); }")]
    [InlineData("[Handles] void Go(Task a, Task b) { Task.{|COERCE0301:WaitAny|}(a, b); }", "[Handles] async Task Go(Task a, Task b) { await Task.WhenAny(a, b); }")]
    [InlineData("[Handles] void Go() { Thread.{|COERCE0301:Sleep|}(10); /* rested */ }", "[Handles] async Task Go() { await Task.Delay(10); /* rested */ }")]
    [InlineData("[Handles] void Go(CancellationToken ct) { Thread.{|COERCE0301:Sleep|}(10); }", "[Handles] async Task Go(CancellationToken ct) { await Task.Delay(10, ct); }")]
    [InlineData("[OnStart]\n    private void Go(CancellationToken ct) { Thread.{|COERCE0301:Sleep|}(10); }", "[OnStart]\n    private async Task Go(CancellationToken ct) { await Task.Delay(10, ct); }")]
    [InlineData("[Handles] void Go(SemaphoreSlim s) { s.{|COERCE0301:Wait|}(); }", "[Handles] async Task Go(SemaphoreSlim s) { await s.WaitAsync(); }")]
    [InlineData("[Handles] string Go(string path, CancellationToken ct) => System.IO.File.{|COERCE0301:ReadAllText|}(path);", "[Handles] async Task<string> Go(string path, CancellationToken ct) => await System.IO.File.ReadAllTextAsync(path, ct);")]
    [InlineData("[Handles] int Go(System.IO.Stream s, byte[] b) => s.{|COERCE0301:Read|}(b, 0, 1);", "[Handles] async Task<int> Go(System.IO.Stream s, byte[] b) => await s.ReadAsync(b, 0, 1);")]
    [InlineData("async Task Help(Task<int> t) { await Task.Yield(); Console.WriteLine(t.{|COERCE0301:Result|}); }", "async Task Help(Task<int> t) { await Task.Yield(); Console.WriteLine(await t); }")]
    [InlineData("[Handles] Task Go(Task t) { t.{|COERCE0301:Wait|}(); return Task.CompletedTask; }", "[Handles] async Task Go(Task t) { await t; }")]
    [InlineData("[Handles] ValueTask<int> Go(Task<int> t) => new(t.{|COERCE0301:Result|});", "[Handles] async ValueTask<int> Go(Task<int> t) => await t;")]
    [InlineData("[Handles] Task<int> Go(Task<int> t) { if (t.{|COERCE0301:Result|} > 1) return Task.FromResult(1); return t; }", "[Handles] async Task<int> Go(Task<int> t) { if (await t > 1) return 1; return await t; }")]
    [InlineData("[Handles] ValueTask Go(Task<int> t) { if (t.{|COERCE0301:Result|} > 1) return default; return new ValueTask(t); }", "[Handles] async ValueTask Go(Task<int> t) { if (await t > 1) return; await new ValueTask(t); }")]
    [InlineData("[Handles] void Go(Task<Task<int>> t) { Console.WriteLine(t.{|COERCE0301:Result|}.{|COERCE0301:Result|}); }", "[Handles] async Task Go(Task<Task<int>> t) { Console.WriteLine((await t).{|COERCE0301:Result|}); }")]
    public Task Call_ThatBlocks_IsAwaited(string before, string after)
        => Verify.FixesAsync(new AwaitInsteadFix(), InMeter(before), InMeter(after));

    [Theory]
    [InlineData("void Help(Task t) { t.{|COERCE0301:Wait|}(); }")]
    [InlineData("[Handles] void Go(Task t) { t.{|COERCE0301:Wait|}(5); }")]
    [InlineData("[Handles] void Go(Task t) { lock (this) { t.{|COERCE0301:Wait|}(); } }")]
    [InlineData("[Handles] void Go(Task t) { Action a = () => t.{|COERCE0301:Wait|}(); a(); }")]
    [InlineData("[Handles] int Go(in Task<int> t) => t.{|COERCE0301:Result|};")]
    [InlineData("[Handles] IAsyncEnumerable<int> Go(Task t) { t.{|COERCE0301:Wait|}(); return null!; }")]
    [InlineData("IEnumerable<int> Help(Task t) { t.{|COERCE0301:Wait|}(); yield return 1; }")]
    [InlineData("[Handles] int Go(Task<int> t) => t.{|COERCE0301:Result|}; int Help() => Go(Task.FromResult(1));")]
    [InlineData("[Handles] string? Go() => Console.{|COERCE0301:ReadLine|}();")]
    [InlineData("[Handles] Deferred<int> Go(Task<int> t) { t.{|COERCE0301:Wait|}(); return new(); }")]
    public Task Call_WhereNothingCanBeAwaited_HasNoFix(string member) => Verify.OffersNothingAsync(new AwaitInsteadFix(), InMeter(member));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Calls_All_AreAwaited(FixAllScope scope) => Verify.FixesAllAsync(
        new AwaitInsteadFix(),
        scope,
        [InMeter("[Handles] int Go(Task<Task<int>> t, Task<int> u)\n    {\n        // first\n        Thread.{|COERCE0301:Sleep|}(u.{|COERCE0301:Result|});\n        return t.{|COERCE0301:Result|}.{|COERCE0301:Result|};\n    }")],
        [InMeter("[Handles] async Task<int> Go(Task<Task<int>> t, Task<int> u)\n    {\n        // first\n        await Task.Delay(await u);\n        return await (await t);\n    }")]);

    [Fact]
    public async Task Call_WhereTasksAreNotImported_ImportsThem()
    {
        const string Before = """
            using System.Threading;
            using Coerce;

            [Actor]
            public sealed partial class Meter
            {
                [Handles] void Go() => Thread.Sleep(1);
            }
            """;
        Project project = TestSolution.Project([Before]);
        project = project.RemoveDocument(project.Documents.Single(document => document.Name == "Usings.cs").Id);

        await Verify.AssertAsync(await Fixes.ApplyFirstAsync(project, new AwaitInsteadFix()), [Before
            .Replace("using System.Threading;\n", "using System.Threading;\nusing System.Threading.Tasks;\n")
            .Replace("void Go() => Thread.Sleep(1)", "async Task Go() => await Task.Delay(1)")]);
    }

    private static string InMeter(string member) => $$"""
        #pragma warning disable COERCE0201 // what is waited for can be changed
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;
            {{member}}
        }
        """;
}
