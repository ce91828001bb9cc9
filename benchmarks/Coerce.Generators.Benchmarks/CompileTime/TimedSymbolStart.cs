using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Registers actions that are timed, at the start of a type.</summary>
#pragma warning disable CS0618, RS1012 // Only hosted here; it hands on what is registered.
internal sealed class TimedSymbolStart(SymbolStartAnalysisContext start, TimedAnalyzer timed)
    : SymbolStartAnalysisContext(start.Symbol, start.Compilation, start.Options, start.CancellationToken)
{
    public override void RegisterSymbolEndAction(Action<SymbolAnalysisContext> action)
        => start.RegisterSymbolEndAction(timed.Timed(action));

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action)
        => start.RegisterCodeBlockAction(timed.Timed(action));

    public override void RegisterSyntaxNodeAction<TKind>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TKind> syntaxKinds)
        => start.RegisterSyntaxNodeAction(timed.Timed(action), syntaxKinds);

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds)
        => start.RegisterOperationAction(timed.Timed(action), operationKinds);

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action)
        => start.RegisterOperationBlockAction(timed.Timed(action));

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action)
        => start.RegisterOperationBlockStartAction(block => timed.Timed(action)(new TimedBlockStart(block, timed)));

    public override void RegisterCodeBlockStartAction<TKind>(Action<CodeBlockStartAnalysisContext<TKind>> action)
        => throw new NotSupportedException();
}
