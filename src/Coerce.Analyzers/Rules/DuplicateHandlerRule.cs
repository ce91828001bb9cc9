using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0004: a message goes to one handler.</summary>
internal sealed class DuplicateHandlerRule() : ShapeRuleText(ShapeRule.DuplicateHandler)
{
    internal override Diagnostic Describe(ActorShape shape, ShapeProblem problem)
    {
        var handler = CodeAnalysis.HandlerSignature.Of(problem.Method!, shape.Actor);
        return Diagnostic.Create(
            DiagnosticDescriptors.DuplicateHandler,
            SourceLocations.Of(problem.Subject, shape.Actor),
            additionalLocations: problem.Other!.Locations,
            Show(problem.Subject),
            $"'{(handler.Message is { } message ? Show(message) : handler.Name)}'",
            Show(problem.Other));
    }
}
