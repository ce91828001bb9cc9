using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0021: an entity is made when a message comes for its key, and then the key is all that is known.</summary>
internal sealed class EntityParameterRule() : ShapeRuleText(ShapeRule.EntityParameter)
{
    internal override Diagnostic Describe(ActorShape shape, ShapeProblem problem) => Diagnostic.Create(
        DiagnosticDescriptors.EntityParameter,
        SourceLocations.Of(problem.Subject, shape.Actor),
        shape.Actor.Name,
        problem.Subject.Name);
}
