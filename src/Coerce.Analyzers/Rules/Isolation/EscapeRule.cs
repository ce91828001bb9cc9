using Coerce.Analyzers.Bodies;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0205: what runs in another thread, or later, does not touch the state of the actor.</summary>
internal sealed class EscapeRule() : BodyRule(OperationKind.AnonymousFunction, OperationKind.MethodReference)
{
    internal override void Analyze(IOperation operation, BodyContext context)
    {
        if (context.Actors.Around(context.Member) is not { } actor
            || Elsewhere.NameOf(operation) is not { } place
            || IsInEscape(operation)
            || ComesBack(operation, context.Member)
            || new StateTouch(context.Actors, context.Sendability).Find(operation) is not { } touch)
        {
            return;
        }

        context.Report(Diagnostic.Create(
            DiagnosticDescriptors.Escape, touch.Place.Syntax.GetLocation(), touch.Member.Name, actor.Name, place));
    }

    // What is in a lambda that escapes is its mistake.
    private static bool IsInEscape(IOperation function)
    {
        for (var outer = function.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation && Elsewhere.NameOf(outer) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // In a reentrant handler what PipeToSelf calls is in a turn, as what follows an await is.
    private static bool ComesBack(IOperation function, ISymbol containing)
        => OperationPlaces.Of(function) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "PipeToSelf" } }
            && containing is IMethodSymbol method
            && KnownAttributes.IsReentrant(method);
}
