using System;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0003: a handler is a method that the dispatcher can call with a message.</summary>
internal sealed class HandlerSignatureRule() : ShapeRuleText(ShapeRule.HandlerSignature)
{
    internal override Diagnostic? Describe(ActorShape shape, ShapeProblem problem)
    {
        foreach (var handler in shape.Handlers.Concat(shape.Behaviors.SelectMany(static behavior => behavior.Handlers)))
        {
            if (SymbolEqualityComparer.Default.Equals(handler.Method, problem.Method) && !CompilerErrors.Explain(handler))
            {
                var reason = Reason(handler, problem.Subject, shape.Actor);
                return Create(handler, problem.Subject, shape.Actor, handler.Fault, reason);
            }
        }

        return null;
    }

    /// <summary>
    /// Types that the generator did not see, because another generator makes them: it cannot know what the analyzer,
    /// which runs when all are there, can.
    /// </summary>
    internal static void ReportUnseenTypes(ActorShape shape, Action<Diagnostic> report)
    {
        foreach (var (handler, type) in UnseenTypes.Find(shape))
        {
            report(Create(handler, handler.Method, shape.Actor, SignatureFault.GeneratedType, UnseenTypes.Explain(type)));
        }
    }

    private static Diagnostic Create(
        HandlerSignature handler, ISymbol subject, INamedTypeSymbol actor, SignatureFault fault, string reason)
        => Diagnostic.Create(
            DiagnosticDescriptors.HandlerSignature,
            SourceLocations.Of(subject, actor),
            WithFault(fault),
            Show(handler.Method),
            reason);

    private static string Reason(HandlerSignature handler, ISymbol subject, INamedTypeSymbol actor) => handler.Fault switch
    {
        SignatureFault.Stream =>
            $"{SignatureFaultText.Type(subject)} is no stream that others could read; "
            + "return the IAsyncEnumerable<T> itself, as an iterator does with 'yield return'",
        SignatureFault.Deferred =>
            $"{SignatureFaultText.Type(subject)} waits for what comes later anyway; return the Deferred<T> itself",
        SignatureFault.NoMessage =>
            $"a handler named '{handler.Method.Name}' takes its message as a parameter; add the parameter, "
            + "or give the method a name that says what it does, and the message is generated",
        SignatureFault.SeveralMessages =>
            $"a handler named '{handler.Method.Name}' takes one message, and this one takes several; "
            + "make them one record, mark services with [FromServices], or give the method a name that says what it does, "
            + "and the message is generated",
        SignatureFault.NotVisible =>
            $"{SignatureFaultText.Type(subject)} cannot be seen by those who use '{ActorRefs.NameOf(actor)}'; "
            + "make it internal or public",
        _ => SignatureFaultText.Of(handler.Fault, subject, actor),
    };
}
