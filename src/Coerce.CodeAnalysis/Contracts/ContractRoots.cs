using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What an actor takes and gives that can leave the process.</summary>
internal static class ContractRoots
{
    /// <summary>Whether others than this process may know the actor: it has been given a name for that, or it is an entity, which any node may hold.</summary>
    public static bool IsReachable(ActorShape shape)
        => !shape.HasClassProblem
            && WireNames.IsInCatalog(shape.Actor)
            && !KnownAttributes.IsLocal(shape.Actor)
            && (WireNames.Given(shape.Actor) is not null || shape.Entity.IsEntity);

    /// <summary>The handlers whose messages travel, one for each message.</summary>
    public static IEnumerable<HandlerSignature> HandlersOf(ActorShape shape)
    {
        var seen = new List<HandlerSignature>();
        foreach (var handler in shape.Handlers.Concat(shape.Behaviors.Where(static behavior => behavior.IsSound).SelectMany(static behavior => behavior.Handlers)))
        {
            // What the runtime tells an actor of its children and of those it watches stays in the process.
            if (!handler.IsSound
                || shape.IsBroken(handler.Method)
                || handler.Message is { } message && KnownTypes.IsSignal(message)
                || seen.Any(other => DuplicateHandlers.AreSame(other, handler)))
            {
                continue;
            }

            seen.Add(handler);
            yield return handler;
        }
    }

    /// <summary>The parameters that are the message, in order: one in message style, any number in method style.</summary>
    public static IEnumerable<SignatureParameter> PayloadOf(HandlerSignature handler) => handler.Parameters.Where(static parameter => parameter.IsMessage);
}
