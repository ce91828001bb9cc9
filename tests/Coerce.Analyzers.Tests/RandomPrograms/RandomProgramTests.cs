using System.Collections.Immutable;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>2,000 actors that nobody has written: each compiles without a word, and each reply is right.</summary>
public sealed class RandomProgramTests
{
    [Theory]
    [MemberData(nameof(Batch.Seeds), MemberType = typeof(Batch))]
    public async Task Actor_Valid_CompilesWithoutWarningsAndRepliesRight(int seed)
    {
        RandomActor[] actors = Batch.Draw(seed);
        string[] files = [.. actors.Select(ProgramWriter.Write)];

        (ImmutableArray<Diagnostic> reported, byte[] image) = await CompileAsync(TestSolution.Project([Batch.Support(actors), .. files]));
        if (!reported.IsEmpty) Assert.Fail($"Seed {seed}: {reported[0]}\n\n{FileOf(reported[0], files)}\n\n{string.Join('\n', reported)}");

        using var program = new LoadedProgram([image]);
        Assert.Equal("", await program.RunAsync("All", "RunAsync"));
    }

    // The compiler binds each body when it emits it, so it need not be asked for its diagnostics before.
    private static async Task<(ImmutableArray<Diagnostic> Reported, byte[] Image)> CompileAsync(Project project)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        using var image = new MemoryStream();
        Task<ImmutableArray<Diagnostic>> compiling = Task.Run(() => compilation.Emit(image, cancellationToken: cancellation).Diagnostics, cancellation);
        ImmutableArray<Diagnostic> analyzed = await compilation.WithAnalyzers(LoadedAnalyzers.All).GetAnalyzerDiagnosticsAsync(cancellation);
        ImmutableArray<Diagnostic> compiled = await compiling;
        return ([.. compiled.Concat(analyzed).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)], image.ToArray());
    }

    private static string FileOf(Diagnostic diagnostic, string[] files) => Batch.NumberOf(diagnostic) is > 0 and var number ? files[number - 1] : "";
}
