using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0006: an actor that handles nothing can be sent nothing.</summary>
internal sealed class NoHandlerRule() : ShapeRuleText(ShapeRule.NoHandler)
{
    internal override Diagnostic Describe(ActorShape shape, ShapeProblem problem)
        => Diagnostic.Create(DiagnosticDescriptors.NoHandler, SourceLocations.OfActor(shape.Actor), shape.Actor.Name);
}
