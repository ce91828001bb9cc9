using System;
using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>The messages that the actors of a program handle, for the few of which somebody wants to know.</summary>
internal sealed class OwnHandlers(Compilation compilation)
{
    private readonly Dictionary<string, HashSet<string>> _messages = new(StringComparer.Ordinal);

    internal bool Handles(string actor, string message)
    {
        if (!_messages.TryGetValue(actor, out var messages))
        {
            _messages.Add(actor, messages = new(MessagesOf(actor), StringComparer.Ordinal));
        }

        return messages.Contains(message);
    }

    internal static string MessageOf(HandlerSignature handler, INamedTypeSymbol actor)
        => handler.Message is { } message ? AskKeys.Of(message) : AskKeys.OfMethod(AskKeys.Of(actor), handler.Name);

    private IEnumerable<string> MessagesOf(string actor)
        => ProtocolTypes.In(compilation.Assembly.GlobalNamespace)
            .Where(type => type.TypeKind == TypeKind.Class && actor.Contains(type.Name) && KnownAttributes.IsActor(type) && AskKeys.Of(type) == actor)
            .Select(ActorShape.Of)
            .SelectMany(static shape => shape.Handlers
                .Concat(shape.Behaviors.SelectMany(static behavior => behavior.Handlers))
                .Select(handler => MessageOf(handler, shape.Actor)));
}
