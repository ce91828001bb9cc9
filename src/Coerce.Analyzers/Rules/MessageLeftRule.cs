using System;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0111: a message that one behaviour handles has an answer in each of them, if only "later".</summary>
internal static class MessageLeftRule
{
    internal static void Report(ActorShape shape, Compilation compilation, Action<Diagnostic> report)
    {
        foreach (var behavior in shape.Behaviors)
        {
            var left = BehaviorMessages.Left(shape, behavior, compilation);
            if (!left.IsEmpty)
            {
                report(Diagnostic.Create(
                    DiagnosticDescriptors.MessageLeft,
                    SourceLocations.OfBehavior(behavior.Type),
                    behavior.Type.Name,
                    shape.Actor.Name,
                    string.Join(", ", left.Select(Name))));
            }
        }
    }

    private static string Name(HandlerSignature message)
        => message.Message?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? message.Name;
}
