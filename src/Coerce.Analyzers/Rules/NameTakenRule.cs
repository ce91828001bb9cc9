using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0008: generated code has a few names that user code leaves to it.</summary>
internal sealed class NameTakenRule() : ShapeRuleText(ShapeRule.NameTaken)
{
    internal override Diagnostic Describe(ActorShape shape, ShapeProblem problem)
    {
        var (name, need, advice) = Words(shape.Actor, problem);
        return Diagnostic.Create(
            DiagnosticDescriptors.NameTaken, SourceLocations.Of(problem.Subject, shape.Actor), name, need, advice);
    }

    private static (string Name, string Need, string Advice) Words(INamedTypeSymbol actor, ShapeProblem problem)
    {
        var name = problem.Subject.Name;
        if (problem.Method is not null)
        {
            if (problem.Other?.Name == WellKnownNames.WithoutAsync(name))
            {
                return (name, $"what every object has; the message would be '{actor.Name}.Messages.{problem.Other.Name}'", "rename the handler");
            }

            var member = WellKnownNames.WithoutAsync(name) + WellKnownNames.AsyncSuffix;
            var need = $"what every ref has; this handler would be '{ActorRefs.NameOf(actor)}.{member}'";
            return (name, need, "rename the handler");
        }

        if (problem.Other is null)
        {
            return (name, $"the generated member '{name}' of an actor", "rename the actor");
        }

        if (name == ActorRefs.NameOf(actor))
        {
            return (name, $"the ref of the actor '{actor.Name}'", $"rename this {Kind(problem.Subject)}, or the actor");
        }

        var owned = problem.Other;
        var inherited = !SymbolEqualityComparer.Default.Equals(problem.Subject.ContainingType, owned);
        var owner = inherited ? $", which '{owned.Name}' inherits" : "";
        return (name, $"the generated member '{owned.Name}.{name}'", $"rename this {Kind(problem.Subject)}{owner}");
    }

    private static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol => "type",
        INamespaceSymbol => "namespace",
        IMethodSymbol => "method",
        _ => "member",
    };
}
