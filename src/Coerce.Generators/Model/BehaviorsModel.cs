using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>The behaviours of an actor that has any.</summary>
/// <param name="Field">The generated field that holds the current one.</param>
/// <param name="All">In the order in which they were written.</param>
/// <param name="Messages">After <see cref="Resolve"/>: for each of their messages the handler that speaks for all.</param>
internal sealed record BehaviorsModel(string Field, EquatableArray<BehaviorModel> All, EquatableArray<HandlerModel> Messages)
{
    internal IEnumerable<BehaviorModel> Sound => All.Where(behavior => behavior.IsSound);

    /// <summary>The one to begin with; null when there is none, or more than one.</summary>
    internal BehaviorModel? Initial
        => All.Count(behavior => behavior.IsInitial) == 1 && All.First(behavior => behavior.IsInitial) is { IsSound: true, Constructor: not null } initial
            ? initial
            : null;

    /// <summary>Gives the names their meaning, and finds the messages.</summary>
    internal BehaviorsModel Resolve(GeneratedTypes types, ActorIdentity actor, IReadOnlyList<HandlerModel> own)
    {
        BehaviorModel[] resolved = [.. All.Select(behavior => behavior.Resolve(types, actor))];
        HandlerModel[] handlers = [.. resolved.SelectMany(behavior => behavior.Handlers)];
        for (int i = 0; i < resolved.Length; i++)
        {
            HandlerModel[] sound = [.. Check(resolved[i].Handlers, handlers, own)];
            resolved[i] = resolved[i] with { Handlers = sound.ToEquatableArray() };
        }

        return this with { All = resolved.ToEquatableArray(), Messages = Speakers(resolved, own).ToEquatableArray() };
    }

    private static IEnumerable<HandlerModel> Check(
        EquatableArray<HandlerModel> handlers, HandlerModel[] all, IReadOnlyList<HandlerModel> own)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (HandlerModel handler in handlers)
        {
            // What nobody can say the reply of has none: callers may mean the one or the other.
            bool isSound = handler.IsSound
                && seen.Add(handler.Message.Unannotated)
                && !own.Any(other => other.IsSound && other.IsSameMessage(handler))
                && all.All(other => !other.IsSound || !other.IsSameMessage(handler) || other.IsAnsweredAs(handler));

            yield return isSound == handler.IsSound ? handler : handler with { IsSound = isSound };
        }
    }

    // The first sound handler of each message; and those at fault, where no other stands for their message.
    private static IEnumerable<HandlerModel> Speakers(BehaviorModel[] behaviors, IReadOnlyList<HandlerModel> own)
    {
        HandlerModel[] sound = [.. behaviors.Where(behavior => behavior.IsSound).SelectMany(behavior => behavior.Handlers).Where(handler => handler.IsSound)];
        HandlerModel[] firsts = [.. sound.Where((handler, index) => !sound.Take(index).Any(earlier => earlier.IsSameMessage(handler)))];
        foreach (HandlerModel first in firsts)
        {
            HandlerModel[] same = [.. sound.Where(handler => handler.IsSameMessage(first))];
            yield return first with
            {
                IsInBehavior = true,
                MayAsk = same.Any(handler => handler.MayAsk),
                IsReentrant = same.Any(handler => handler.IsReentrant),
                IsScoped = same.Any(handler => handler.CarriesScope),
                Topics = same.SelectMany(handler => handler.Topics).Distinct().ToEquatableArray(),
            };
        }

        HandlerModel[] known = [.. own.Where(handler => handler.IsSound), .. firsts];
        foreach (HandlerModel handler in behaviors.SelectMany(behavior => behavior.Handlers.Select(
            handler => behavior.IsSound ? handler : handler with { IsSound = false })))
        {
            if (!handler.IsSound && !known.Any(other => other.IsSameMessage(handler))) yield return handler;
        }
    }
}
