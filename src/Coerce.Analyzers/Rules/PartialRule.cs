using System.Collections.Generic;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0001: the generator adds a second part to the class, and so to all that contain it.</summary>
internal sealed class PartialRule() : ShapeRuleText(ShapeRule.NotPartial)
{
    internal override Diagnostic Describe(ActorShape shape, ShapeProblem problem)
    {
        var names = new List<string>();
        for (var type = shape.Actor; type is not null; type = type.ContainingType)
        {
            if (!ClassShape.IsPartial(type))
            {
                names.Insert(0, $"'{type.Name}'");
            }
        }

        return Diagnostic.Create(
            DiagnosticDescriptors.NotPartial,
            SourceLocations.OfActor(shape.Actor),
            shape.Actor.Name,
            string.Join(" and ", names));
    }
}
