using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0006: an actor that handles nothing can be sent nothing.</summary>
internal sealed class NoHandlerRule() : ShapeRuleText(ShapeRule.NoHandler)
{
    // One mistake is one error: a protocol says better what is missing.
    internal override Diagnostic? Describe(ActorShape shape, ShapeProblem problem)
        => shape.Protocol is { } protocol && (!protocol.Missing.IsEmpty || protocol.Shape.Fault != ProtocolFault.None)
            ? null
            : Diagnostic.Create(DiagnosticDescriptors.NoHandler, SourceLocations.OfActor(shape.Actor), shape.Actor.Name);
}
