using Coerce.Analyzers.Bodies;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0301: what takes time is awaited, so that the thread is free for other actors.</summary>
internal sealed class BlockingCallRule() : BodyRule(OperationKind.Invocation, OperationKind.PropertyReference)
{
    internal override void Analyze(IOperation operation, BodyContext context)
    {
        if (context.Actor is { } actor && BlockingCalls.Find(operation) is { } call && ActorCode.RunsInTurn(operation))
        {
            var name = OperationNames.Locate(operation);
            context.Report(Diagnostic.Create(
                DiagnosticDescriptors.BlockingCall,
                name,
                ShapeRuleText.WithFault(call.Kind),
                name.SourceTree!.GetText(context.CancellationToken).ToString(name.SourceSpan),
                actor.Name,
                call.Advice));
        }
    }
}
