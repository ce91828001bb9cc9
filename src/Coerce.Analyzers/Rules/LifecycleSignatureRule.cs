using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0009: nobody sends a start, a restart or a stop, so that it has no message and no reply.</summary>
internal sealed class LifecycleSignatureRule() : ShapeRuleText(ShapeRule.LifecycleSignature)
{
    internal override Diagnostic? Describe(ActorShape shape, ShapeProblem problem)
        => Describe(shape.Starts, shape.Actor, problem)
            ?? Describe(shape.Restarts, shape.Actor, problem)
            ?? Describe(shape.Stops, shape.Actor, problem);

    private static Diagnostic? Describe(ImmutableArray<LifecycleSignature> methods, INamedTypeSymbol actor, ShapeProblem problem)
    {
        foreach (var lifecycle in methods)
        {
            if (!lifecycle.IsSound
                && SymbolEqualityComparer.Default.Equals(lifecycle.Method, problem.Method)
                && !CompilerErrors.Explain(lifecycle.Fault, lifecycle.FaultSubject))
            {
                return Diagnostic.Create(
                    DiagnosticDescriptors.LifecycleSignature,
                    SourceLocations.Of(problem.Subject, actor),
                    WithFault(lifecycle.Fault),
                    Show(lifecycle.Method),
                    Reason(lifecycle, problem.Subject, actor));
            }
        }

        return null;
    }

    private static string Reason(LifecycleSignature lifecycle, ISymbol subject, INamedTypeSymbol actor) => lifecycle.Fault switch
    {
        SignatureFault.Reply =>
            $"there is nobody to take the {SignatureFaultText.Type(subject)} that it returns; return void, Task or ValueTask",
        SignatureFault.ExtraParameter =>
            $"there is nobody to give it '{subject.Name}'; its parameters can be an ActorContext<{ActorRefs.NameOf(actor)}>, "
            + $"a CancellationToken{(KnownAttributes.IsRestart(lifecycle.Method) ? ", the Exception" : "")} and services marked with [FromServices]",
        SignatureFault.RepeatedMethod => "the actor already has such a method; let that one call this",
        _ => SignatureFaultText.Of(lifecycle.Fault, subject, actor),
    };
}
