using Coerce.Cells;

namespace Coerce.Dispatch;

// What an actor handles now, and what it has put aside. All but the names is for the owner of the turn.
public abstract partial class ActorCell
{
    /// <summary>How the actor behaves, in a word; null for one that has no behaviours.</summary>
    internal string? BehaviorName => _extras?.Behavior?.Descriptor?.Name;

    /// <summary>How many messages the actor has put aside. Stale the moment it is read.</summary>
    internal int StashLength => _extras?.Stash?.Count ?? 0;

    /// <summary>Puts a queued message aside.</summary>
    /// <returns>True: the turn has ended.</returns>
    public bool Stash(Envelope envelope)
    {
        AbandonObserved();

        // If it is anonymous and nobody can reach it any more, what it has put aside must not vanish with it.
        MindLastRef();
        (Extras.Stash ??= new Stash(this)).Add(this, envelope.ToKeep());
        return true;
    }

    /// <summary>The exception for a message that the current behaviour neither handles nor stashes: the build has reported it.</summary>
    /// <param name="tag">The message.</param>
    public InvalidOperationException NotHandled(int tag) => new(
        $"{this} behaves as {BehaviorName}, which neither handles nor stashes {MessageName(tag)}: the build reported it (COERCE0111). Mend that and build again.");

    /// <summary>True when the current behaviour puts such messages aside.</summary>
    internal bool Stashes(int tag) => _extras?.Behavior?.Descriptor is { } behavior && behavior.Stashes.Contains(tag);

    /// <summary>True when the actor has put this very message aside.</summary>
    internal bool IsStashed(Envelope envelope) => _extras?.Stash?.Contains(envelope) == true;

    internal void CheckMayBecome(BehaviorDescriptor next)
    {
        if (_gate.IsOwned || _gate.IsClosed) return;
        throw new InvalidOperationException(
            $"{this} cannot become {next.Name} now, because it is in no turn: call Become in a handler, or send the actor a message that does.");
    }

    internal void OpenStash() => _extras?.Stash?.Open(this);
}
