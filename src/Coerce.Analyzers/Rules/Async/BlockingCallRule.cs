using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0301: what takes time is awaited, so that the thread is free for other actors.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.BlockingCall);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is not null)
            {
                start.RegisterOperationBlockStartAction(AnalyzeMember);
            }
        });
    }

    private static void AnalyzeMember(OperationBlockStartAnalysisContext context)
    {
        if (ActorCode.ActorOf(context.OwningSymbol) is { } actor)
        {
            context.RegisterOperationAction(
                operation => Analyze(operation, actor), OperationKind.Invocation, OperationKind.PropertyReference);
        }
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol actor)
    {
        var operation = context.Operation;
        if (BlockingCalls.Find(operation) is { } call && ActorCode.RunsInTurn(operation))
        {
            var name = OperationNames.Locate(operation);
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.BlockingCall,
                name,
                ShapeRuleText.WithFault(call.Kind),
                name.SourceTree!.GetText(context.CancellationToken).ToString(name.SourceSpan),
                actor.Name,
                call.Advice));
        }
    }
}
