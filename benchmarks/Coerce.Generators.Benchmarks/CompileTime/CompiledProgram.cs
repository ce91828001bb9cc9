using System.Collections.Immutable;
using Coerce.Analyzers;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>A program that is edited and compiled again and again, as an editor or a compiler server does it.</summary>
internal sealed class CompiledProgram
{
    // Of a project without a documentation file.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.None);

    // On one thread, so that the compiler leaves one to the analyzers.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, deterministic: true, concurrentBuild: false);

    // Suppressors have to say something only where others report.
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [.. typeof(ActorAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private readonly IIncrementalGenerator _generator;
    private readonly int _actors;
    private readonly int _unrelated;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _edits;

    internal CompiledProgram(int actors, IIncrementalGenerator generator)
    {
        _generator = generator;
        _actors = actors;
        _unrelated = Math.Max(10, actors / 2);
        (_compilation, _driver) = Start();
    }

    private int EditedActor => _actors / 2;

    private int EditedUnrelated => _unrelated / 2;

    private IEnumerable<SyntaxTree> Generated => _driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SyntaxTree);

    /// <summary>Makes the edit; nothing is compiled yet.</summary>
    internal void Apply(Edit edit)
    {
        _edits++;
        switch (edit)
        {
            case Edit.Cold:
                (_compilation, _driver) = Start();
                break;

            case Edit.Unrelated:
                Replace(Unrelated(EditedUnrelated, edit: _edits));
                break;

            case Edit.UnrelatedDeclaration:
                Replace(Unrelated(EditedUnrelated, extra: $"    public int Added{_edits} => {_edits};\n"));
                break;

            case Edit.HandlerBody:
                Replace(Actor(EditedActor, edit: _edits));
                break;

            case Edit.AddHandler:
                // To an actor that has what every other has.
                Replace(Actor(EditedActor, edit: _edits));
                Generate();
                Replace(Actor(EditedActor, extra: $"    [Handles] long Added{_edits}(long number, string text) => number + text.Length;\n"));
                break;
        }

        Collect();
    }

    /// <summary>Runs the generator, and says how long that took.</summary>
    internal TimeSpan Generate()
    {
        TimeSpan begin = ThreadClock.Now;
        _driver = _driver.RunGenerators(_compilation);
        return ThreadClock.Now - begin;
    }

    /// <summary>Runs the analyzers on the last edit, and says how much time was spent in them.</summary>
    internal async Task<TimeSpan> AnalyzeAsync()
    {
        Compilation compilation = _compilation.AddSyntaxTrees(Generated.Select(WithoutBodies.Of));
        Collect();
        ImmutableArray<TimedAnalyzer> timed = [.. Analyzers.Select(analyzer => new TimedAnalyzer(analyzer))];
        List<Exception> failures = [];
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            [new DeclarationsFirst(), .. timed],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> reported = await analysis.GetAnalyzerDiagnosticsAsync();
        if (failures.Count > 0) throw new AggregateException(failures);
        if (reported.FirstOrDefault(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info) is { } fault) throw new InvalidOperationException($"The program is not sound: {fault}");
        return timed.Aggregate(TimeSpan.Zero, (sum, analyzer) => sum + analyzer.Spent);
    }

    /// <summary>What is measured has to be a program that compiles.</summary>
    internal void Verify()
    {
        if (_compilation.AddSyntaxTrees(Generated).GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"The program does not compile: {error}");
    }

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private SyntaxTree Actor(int number, int edit = 0, string extra = "")
        => Parse($"Actors/Actor{number}.cs", Corpus.Actor(number, _actors, edit, extra));

    private static SyntaxTree Unrelated(int number, int edit = 0, string extra = "")
        => Parse($"Unrelated/Unrelated{number}.cs", Corpus.Unrelated(number, edit, extra));

    private void Replace(SyntaxTree tree)
        => _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Single(old => old.FilePath == tree.FilePath), tree);

    private (CSharpCompilation, GeneratorDriver) Start() => (
        CSharpCompilation.Create(
            "Corpus",
            [
                Parse("Usings.cs", Corpus.Usings),
                Parse("Shared.cs", Corpus.Shared),
                .. Enumerable.Range(0, _actors).Select(number => Actor(number)),
                .. Enumerable.Range(0, _unrelated).Select(number => Unrelated(number)),
            ],
            FrameworkReferences.All,
            Options),
        CSharpGeneratorDriver.Create([_generator.AsSourceGenerator()], parseOptions: ParseOptions));
}
