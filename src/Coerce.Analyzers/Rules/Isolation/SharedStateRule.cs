using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0201: a message is a value, or never changes, or is handed over.</summary>
internal static class SharedStateRule
{
    internal static void Report(
        ActorShape shape, ImmutableHashSet<ISymbol> withoutContract, Compilation compilation, Sendability sendability, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var reported = new List<HandlerSignature>();
        foreach (var handler in Handlers(shape))
        {
            // Behaviours take the same message, and that is the same mistake.
            if (!handler.IsSound || reported.Any(earlier => DuplicateHandlers.AreSame(earlier, handler)))
            {
                continue;
            }

            foreach (var parameter in handler.Parameters)
            {
                if (parameter.IsMessage
                    && !KnownAttributes.IsTransferred(parameter.Symbol)
                    && !withoutContract.Contains(parameter.Symbol)
                    && sendability.Find(parameter.Symbol.Type) is { } culprit)
                {
                    reported.Add(handler);
                    report(Create(parameter.Symbol, culprit, sendability, compilation, cancellationToken));
                }
            }
        }
    }

    private static IEnumerable<HandlerSignature> Handlers(ActorShape shape)
        => shape.Handlers.Concat(shape.Behaviors.Where(static behavior => behavior.IsSound).SelectMany(static behavior => behavior.Handlers));

    private static Diagnostic Create(
        IParameterSymbol parameter, Culprit culprit, Sendability sendability, Compilation compilation, CancellationToken cancellationToken)
    {
        var syntax = parameter.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var location = (syntax as ParameterSyntax)?.Type?.GetLocation() ?? syntax.GetLocation();

        // What another project declares cannot be pointed at.
        var member = culprit.Member?.Locations.Where(place => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree))
            ?? Enumerable.Empty<Location>();
        var properties = ShapeRuleText.WithFault(culprit.Flaw);
        return Diagnostic.Create(
            DiagnosticDescriptors.SharedState,
            location,
            member.Take(1),
            sendability.HasSendableItems(culprit.Type) ? properties.Add(Sendability.CopyKey, "true") : properties,
            ShapeRuleText.Show(parameter.Type),
            culprit.Describe(parameter.Type),
            FlawText.Of(culprit));
    }
}
