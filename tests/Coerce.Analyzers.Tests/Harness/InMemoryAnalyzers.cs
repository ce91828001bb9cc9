using System.Collections.Immutable;
using Coerce.Analyzers.Rules;
using Coerce.Analyzers.Suppressors;
using Coerce.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>The generator and the analyzers, as a project refers to them.</summary>
internal sealed class InMemoryAnalyzers : AnalyzerReference
{
    internal static readonly ImmutableArray<DiagnosticAnalyzer> All =
        [new ActorAnalyzer(), new HandlerOutsideActorRule(), new CalledByRuntimeSuppressor()];

    private readonly ImmutableArray<ISourceGenerator> _generators;

    /// <param name="others">Generators of other people.</param>
    internal InMemoryAnalyzers(params IIncrementalGenerator[] others)
        => _generators = [new ActorGenerator().AsSourceGenerator(), .. others.Select(other => other.AsSourceGenerator())];

    public override string? FullPath => null;

    public override object Id => this;

    public override string Display => "Coerce";

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => All;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => All;

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
