using Coerce.Analyzers.Bodies;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0305: whoever asks waits for the answer.</summary>
/// <remarks>In an async function the compiler says so itself, with CS4014, but for <c>meter?.AskAsync(m)</c>.</remarks>
internal sealed class LostAskRule() : BodyRule(OperationKind.ExpressionStatement)
{
    internal override void Analyze(IOperation operation, BodyContext context)
    {
        var value = ((IExpressionStatementOperation)operation).Operation;
        if (FindAsk(value) is { } ask
            && (value is IConditionalAccessOperation || !EnclosingFunctions.IsAsync(EnclosingFunctions.Of(value, context.Member))))
        {
            context.Report(Diagnostic.Create(
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
