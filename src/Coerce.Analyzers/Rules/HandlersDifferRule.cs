using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0116: the ref has one reply, and one set of parameters, for a message.</summary>
internal sealed class HandlersDifferRule() : ShapeRuleText(ShapeRule.HandlersDiffer)
{
    internal override Diagnostic? Describe(ActorShape shape, ShapeProblem problem)
    {
        var first = HandlerSignature.Of((IMethodSymbol)problem.Other!, shape.Actor);
        var handler = HandlerSignature.Of(problem.Method!, shape.Actor);
        var difference = BehaviorMessages.Difference(first, handler);

        // Of a type that does not exist nobody can say whether it is the same.
        if (handler.Reply is { TypeKind: TypeKind.Error } || first.Reply is { TypeKind: TypeKind.Error })
        {
            return null;
        }

        return Diagnostic.Create(
            DiagnosticDescriptors.HandlersDiffer,
            SourceLocations.Of(problem.Subject, shape.Actor),
            additionalLocations: problem.Other!.Locations,
            Show(problem.Subject),
            Words(handler, difference),
            Show(problem.Other),
            Words(first, difference));
    }

    private static string Words(HandlerSignature handler, HandlerDifference difference)
    {
        if (difference == HandlerDifference.Parameters)
        {
            var parameters = handler.Parameters.Where(static parameter => parameter.IsMessage)
                .Select(static parameter => $"{Show(parameter.Symbol.Type)} {parameter.Symbol.Name}");
            return $"takes ({string.Join(", ", parameters)})";
        }

        // The difference may be in what can be null, which the short format leaves out.
        var verb = handler.ReplyKind == ReplyKind.Stream ? "streams" : "replies with";
        var format = SymbolDisplayFormat.CSharpShortErrorMessageFormat
            .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
        return handler.Reply is { } reply ? $"{verb} '{reply.ToDisplayString(format)}'" : "replies with nothing";
    }
}
