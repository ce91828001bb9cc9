using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0305: whoever asks waits for the answer.</summary>
/// <remarks>In an async function the compiler says so itself, with CS4014, but for <c>meter?.AskAsync(m)</c>.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostAskRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.LostAsk);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorRefMetadataName) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var value = ((IExpressionStatementOperation)context.Operation).Operation;
        if (FindAsk(value) is { } ask
            && (value is IConditionalAccessOperation || !EnclosingFunctions.IsAsync(EnclosingFunctions.Of(value, context.ContainingSymbol))))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.LostAsk, OperationNames.Locate(ask), $"{ask.TargetMethod.ContainingType.Name}.{ask.TargetMethod.Name}"));
        }
    }

    private static IInvocationOperation? FindAsk(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConditionalAccessOperation conditional:
                    value = conditional.WhenNotNull;
                    break;
                case IInvocationOperation { Instance: { } reply } call when AskCalls.IsSameReply(call.TargetMethod.Name):
                    value = reply;
                    break;
                case IInvocationOperation call:
                    return AskCalls.IsAsk(call.TargetMethod) ? call : null;
                default:
                    return null;
            }
        }
    }
}
