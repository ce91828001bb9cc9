using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Registers actions that are timed, at the start of a body.</summary>
#pragma warning disable CS0618, RS1012 // Only hosted here; it hands on what is registered.
internal sealed class TimedBlockStart(OperationBlockStartAnalysisContext start, TimedAnalyzer timed)
    : OperationBlockStartAnalysisContext(start.OperationBlocks, start.OwningSymbol, start.Compilation, start.Options, start.CancellationToken)
{
    public override void RegisterOperationBlockEndAction(Action<OperationBlockAnalysisContext> action)
        => start.RegisterOperationBlockEndAction(timed.Timed(action));

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds)
        => start.RegisterOperationAction(timed.Timed(action), operationKinds);
}
