using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Which messages the behaviours of an actor answer, and which they leave.</summary>
internal static class BehaviorMessages
{
    /// <summary>The first sound handler of each message that a behaviour handles and the actor does not.</summary>
    public static ImmutableArray<HandlerSignature> All(ActorShape shape)
    {
        var all = ImmutableArray.CreateBuilder<HandlerSignature>();
        foreach (var handler in shape.Behaviors.SelectMany(behavior => behavior.Handlers))
        {
            if (handler.IsSound && !IsIn(shape.Handlers, handler) && !all.Any(known => DuplicateHandlers.AreSame(known, handler)))
            {
                all.Add(handler);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>The messages that a behaviour neither handles nor stashes.</summary>
    /// <remarks>Empty where another mistake hides which ones these are: one mistake is one error.</remarks>
    public static ImmutableArray<HandlerSignature> Left(ActorShape shape, BehaviorShape behavior, Compilation compilation)
    {
        var stashes = StashedMessage.Of(behavior.Type, compilation).ToImmutableArray();
        return !behavior.IsSound
            || behavior.Handlers.Any(static handler => !handler.IsSound && handler is { Style: HandlerStyle.Message, Message: null })
            || stashes.Any(static stashed => stashed.Type.TypeKind == TypeKind.Error)
                ? ImmutableArray<HandlerSignature>.Empty
                : All(shape).RemoveAll(message => IsIn(behavior.Handlers, message)
                    || stashes.Any(stashed => stashed.IsOf(message, shape.Actor)));
    }

    /// <summary>What is wrong with each type in <c>[Stashes]</c>.</summary>
    public static IEnumerable<(StashedMessage Message, StashFault Fault)> StashFaults(
        ActorShape shape, BehaviorShape behavior, Compilation compilation)
    {
        var seen = new List<StashedMessage>();
        foreach (var stashed in StashedMessage.Of(behavior.Type, compilation))
        {
            yield return (stashed, FaultOf(stashed, seen, shape, behavior));
            seen.Add(stashed);
        }
    }

    /// <summary>In what a handler differs from the first one of its message, of another behaviour.</summary>
    public static HandlerDifference Difference(HandlerSignature first, HandlerSignature other)
    {
        var areStreams = first.ReplyKind == ReplyKind.Stream;
        if (areStreams != (other.ReplyKind == ReplyKind.Stream)
            || !SymbolEqualityComparer.IncludeNullability.Equals(first.Reply, other.Reply))
        {
            return HandlerDifference.Reply;
        }

        return first.Style == HandlerStyle.Method && !HaveSamePayload(first, other) ? HandlerDifference.Parameters : HandlerDifference.None;
    }

    private static StashFault FaultOf(StashedMessage stashed, List<StashedMessage> seen, ActorShape shape, BehaviorShape behavior)
    {
        bool IsMessageOf(HandlerSignature handler) => stashed.IsOf(handler, shape.Actor);

        if (stashed.Type.TypeKind == TypeKind.Error)
        {
            return StashFault.None;
        }

        return KnownTypes.IsSignal(stashed.Type) ? StashFault.Signal
            : seen.Any(earlier => MessageTypes.AreSame(earlier.Type, stashed.Type)) ? StashFault.Twice
            : behavior.Handlers.Any(IsMessageOf) ? StashFault.Handled
            : shape.Handlers.Any(IsMessageOf) ? StashFault.HandledByActor
            : shape.Behaviors.SelectMany(other => other.Handlers).Any(IsMessageOf) ? StashFault.None
            : StashFault.NotHandled;
    }

    private static bool HaveSamePayload(HandlerSignature first, HandlerSignature other)
    {
        var left = first.Parameters.RemoveAll(static parameter => !parameter.IsMessage);
        var right = other.Parameters.RemoveAll(static parameter => !parameter.IsMessage);
        return left.Length == right.Length && left.Zip(right, (l, r) =>
            l.Symbol.Name == r.Symbol.Name && SymbolEqualityComparer.IncludeNullability.Equals(l.Symbol.Type, r.Symbol.Type)).All(same => same);
    }

    private static bool IsIn(ImmutableArray<HandlerSignature> handlers, HandlerSignature message)
        => handlers.Any(handler => DuplicateHandlers.AreSame(handler, message));
}
