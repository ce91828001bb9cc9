using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Registers actions that are timed.</summary>
internal sealed class TimedContext(AnalysisContext context, TimedAnalyzer timed) : AnalysisContext
{
    public override void EnableConcurrentExecution() => context.EnableConcurrentExecution();

    public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => context.ConfigureGeneratedCodeAnalysis(analysisMode);

    public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action)
        => context.RegisterCompilationStartAction(start => timed.Timed(action)(new TimedStart(start, timed)));

    public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action)
        => context.RegisterCompilationAction(timed.Timed(action));

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action)
        => context.RegisterSemanticModelAction(timed.Timed(action));

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds)
        => context.RegisterSymbolAction(timed.Timed(action), symbolKinds);

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action)
        => context.RegisterCodeBlockAction(timed.Timed(action));

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action)
        => context.RegisterSyntaxTreeAction(timed.Timed(action));

    public override void RegisterSyntaxNodeAction<TKind>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TKind> syntaxKinds)
        => context.RegisterSyntaxNodeAction(timed.Timed(action), syntaxKinds);

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds)
        => context.RegisterOperationAction(timed.Timed(action), operationKinds);

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action)
        => context.RegisterOperationBlockAction(timed.Timed(action));

    // Its actions are registered by a context of its own, which nobody has needed yet.
    public override void RegisterCodeBlockStartAction<TKind>(Action<CodeBlockStartAnalysisContext<TKind>> action)
        => throw new NotSupportedException();
}
