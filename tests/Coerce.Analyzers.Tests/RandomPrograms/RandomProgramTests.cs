using System.Collections.Immutable;
using System.Text;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>2,000 actors that nobody has written: each compiles without a word, and each reply is right.</summary>
public sealed class RandomProgramTests
{
    private const int Batches = 20;
    private const int BatchSize = 100;
    private const int BrokenBatchSize = 25;

    private const string Show = """
        public static class Show
        {
            public static string Of(params object?[] values) => string.Join("; ", values.Select(One));

            private static string One(object? value) => value switch
            {
                null => "null",
                string text => text,
                System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(One)) + "]",
                _ => value.ToString()!,
            };
        }
        """;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Batches)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Actor_Valid_CompilesWithoutWarningsAndRepliesRight(int seed)
    {
        RandomActor[] actors = Draw(seed);
        string[] files = [.. actors.Select(ProgramWriter.Write)];

        (ImmutableArray<Diagnostic> reported, byte[] image) = await CompileAsync(TestSolution.Project([Support(actors), .. files]));
        if (!reported.IsEmpty) Assert.Fail($"Seed {seed}: {reported[0]}\n\n{FileOf(reported[0], files)}\n\n{string.Join('\n', reported)}");

        using var program = new LoadedProgram([image]);
        Assert.Equal("", await program.RunAsync("All", "RunAsync"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Actor_BrokenInOneWay_GivesOneDiagnostic(int seed)
    {
        var random = new Random(seed);
        (RandomActor Actor, Breakage Breakage)[] broken = [.. Draw(seed).Take(BrokenBatchSize).Select(actor => Break(actor, random))];
        string[] files = [.. broken.Select(pair => ProgramWriter.Write(pair.Actor))];

        ImmutableArray<Diagnostic> reported = await TestSolution.Project([Support([]), .. files]).DiagnosticsAsync();

        ILookup<int, string> ids = reported.Where(diagnostic => !diagnostic.IsSuppressed).ToLookup(NumberOf, diagnostic => diagnostic.Id);
        Assert.Empty(ids[0]);
        Assert.All(broken, pair =>
        {
            string[] found = [.. ids[Array.IndexOf(broken, pair) + 1]];
            if (!found.SequenceEqual([pair.Breakage.Id]))
                Assert.Fail($"Seed {seed}, {pair.Breakage.Name}: {string.Join(", ", found)} instead of {pair.Breakage.Id}\n\n{ProgramWriter.Write(pair.Actor)}");
        });
    }

    [Fact]
    public void Breakages_All_AreDrawn() => Assert.Equal(
        Breakage.All.Select(breakage => breakage.Name).Order(StringComparer.Ordinal),
        Enumerable.Range(1, Batches).SelectMany(seed => (Random: new Random(seed), Actors: Draw(seed)) is var drawn
            ? drawn.Actors.Take(BrokenBatchSize).Select(actor => Break(actor, drawn.Random).Breakage.Name) : []).Distinct().Order(StringComparer.Ordinal));

    private static (RandomActor Actor, Breakage Breakage) Break(RandomActor actor, Random random)
    {
        while (true)
        {
            Breakage breakage = Breakage.All[random.Next(Breakage.All.Length)];
            if (breakage.Break(actor, random) is { } broken) return (broken, breakage);
        }
    }

    // The compiler binds each body when it emits it, so it need not be asked for its diagnostics before.
    private static async Task<(ImmutableArray<Diagnostic> Reported, byte[] Image)> CompileAsync(Project project)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        using var image = new MemoryStream();
        ImmutableArray<Diagnostic> compiled = compilation.Emit(image, cancellationToken: cancellation).Diagnostics;
        ImmutableArray<Diagnostic> analyzed = await compilation.WithAnalyzers(LoadedAnalyzers.All).GetAnalyzerDiagnosticsAsync(cancellation);
        return ([.. compiled.Concat(analyzed).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)], image.ToArray());
    }

    private static RandomActor[] Draw(int seed)
    {
        var random = new RandomActors(seed);
        return [.. Enumerable.Range(0, BatchSize).Select(random.Next)];
    }

    private static string Support(RandomActor[] actors)
    {
        var calls = new StringBuilder();
        foreach (RandomActor actor in actors)
            calls.Append($"if (await global::{actor.Namespace}.Caller.RunAsync(system) is {{ }} fault{actor.Number}) return \"{actor.Number}: \" + fault{actor.Number};\n");
        return $$"""
            using System.Linq;

            {{Payload.Declarations}}

            {{Show}}

            public static class All
            {
                public static async Task<string> RunAsync()
                {
                    await using var system = new ActorSystem("random");
                    {{calls}}
                    return "";
                }
            }
            """;
    }

    private static string FileOf(Diagnostic diagnostic, string[] files) => NumberOf(diagnostic) is > 0 and var number ? files[number - 1] : "";

    // File0.cs is the support; generated files have no number.
    private static int NumberOf(Diagnostic diagnostic)
        => Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree?.FilePath) is { } name && name.StartsWith("File", StringComparison.Ordinal)
            && int.TryParse(name["File".Length..], out int number) ? number : 0;
}
