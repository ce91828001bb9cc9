using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Registers actions that are timed, at the start of a compilation.</summary>
#pragma warning disable RS1012 // It hands on what is registered.
internal sealed class TimedStart(CompilationStartAnalysisContext start, TimedAnalyzer timed)
    : CompilationStartAnalysisContext(start.Compilation, start.Options, start.CancellationToken)
{
    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action)
        => start.RegisterCompilationEndAction(timed.Timed(action));

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action)
        => start.RegisterSemanticModelAction(timed.Timed(action));

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds)
        => start.RegisterSymbolAction(timed.Timed(action), symbolKinds);

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action)
        => start.RegisterCodeBlockAction(timed.Timed(action));

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action)
        => start.RegisterSyntaxTreeAction(timed.Timed(action));

    public override void RegisterSyntaxNodeAction<TKind>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TKind> syntaxKinds)
        => start.RegisterSyntaxNodeAction(timed.Timed(action), syntaxKinds);

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds)
        => start.RegisterOperationAction(timed.Timed(action), operationKinds);

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action)
        => start.RegisterOperationBlockAction(timed.Timed(action));

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action)
        => start.RegisterOperationBlockStartAction(block => timed.Timed(action)(new TimedBlockStart(block, timed)));

    public override void RegisterSymbolStartAction(Action<SymbolStartAnalysisContext> action, SymbolKind symbolKind)
        => start.RegisterSymbolStartAction(symbol => timed.Timed(action)(new TimedSymbolStart(symbol, timed)), symbolKind);

    public override void RegisterCodeBlockStartAction<TKind>(Action<CodeBlockStartAnalysisContext<TKind>> action)
        => throw new NotSupportedException();
}
