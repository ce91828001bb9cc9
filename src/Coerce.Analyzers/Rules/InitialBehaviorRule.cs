using System;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0113 and COERCE0114: an actor begins with one behaviour, which the generated code constructs.</summary>
internal static class InitialBehaviorRule
{
    internal static void Report(ActorShape shape, Action<Diagnostic> report)
    {
        var initial = shape.Behaviors.Where(static behavior => behavior.IsInitial).ToArray();
        if (initial.Length == 0)
        {
            // Of one that stands somewhere else it has been said.
            if (shape.Behaviors.All(static behavior => behavior.Fault == BehaviorFault.NotInActor))
            {
                return;
            }

            report(Diagnostic.Create(
                DiagnosticDescriptors.InitialBehavior,
                SourceLocations.OfActor(shape.Actor),
                shape.Actor.Name,
                "has behaviours, but none to begin with: mark one with [Behavior(Initial = true)]"));
            return;
        }

        foreach (var second in initial.Skip(1))
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.InitialBehavior,
                SourceLocations.OfBehavior(second.Type),
                second.Type.Name,
                $"is initial, and so is '{initial[0].Type.Name}': keep 'Initial = true' on one of them"));
        }

        var only = initial[0];
        if (initial.Length == 1 && only.IsSound && only.ConstructorFault(shape.Actor) is { } fault && !IsUnknown(fault))
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.InitialConstructor,
                fault.Locations.FirstOrDefault(static location => location.IsInSource) ?? SourceLocations.OfBehavior(only.Type),
                shape.Actor.Name,
                only.Type.Name,
                Reason(fault, shape.Actor)));
        }
    }

    // The compiler has said that there is no such type.
    private static bool IsUnknown(ISymbol fault) => fault is IParameterSymbol { Type.TypeKind: TypeKind.Error };

    private static string Reason(ISymbol fault, INamedTypeSymbol actor) => fault switch
    {
        IParameterSymbol parameter =>
            $"there is nobody to give it '{parameter.Name}'; its parameters can be the '{actor.Name}' itself, "
            + $"its ActorContext<{ActorRefs.NameOf(actor)}> and services marked with [FromServices]",
        INamedTypeSymbol => "it has several constructors, or none that its actor can call; leave it one that is internal or public",
        _ => $"'{fault.Name}' is required, and nobody sets it; make it a parameter of the constructor, or remove 'required'",
    };
}
