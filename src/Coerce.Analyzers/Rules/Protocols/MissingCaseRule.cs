using System;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Protocols;

/// <summary>COERCE0102: an actor handles each case of the protocol that it speaks.</summary>
internal static class MissingCaseRule
{
    internal static void Report(ActorShape shape, ActorProtocol protocol, Action<Diagnostic> report)
    {
        var missing = protocol.Missing;
        if (!missing.IsEmpty)
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.MissingCase,
                SourceLocations.OfActor(shape.Actor),
                shape.Actor.Name,
                ShapeRuleText.Show(protocol.Shape.Type),
                string.Join(", ", missing.Select(static message => ShapeRuleText.Show(message.Type)))));
        }
    }
}
