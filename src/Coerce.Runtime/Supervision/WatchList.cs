using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Who watches an actor, and whom it watches: so that neither outlives the other's stop in a list.</summary>
/// <remarks>The lock of one list is never held while that of another is taken.</remarks>
internal sealed class WatchList
{
    private readonly Lock _lock = new();
    private readonly HashSet<ActorCell> _watchers = [];
    private readonly HashSet<ActorCell> _watched = [];

    public static void Watch(ActorCell watcher, ActorCell target)
    {
        watcher.Extras.Watches().AddTo(static list => list._watched, target);
        if (!target.Extras.Watches().AddTo(static list => list._watchers, watcher)) return;

        // Added first (the lock is a full fence), then the look at the status; Terminate does the opposite.
        if (target.Status == ActorStatus.Stopped) target.Extras.Watches().Notify(watcher, target);
    }

    public static void Unwatch(ActorCell watcher, ActorCell target)
    {
        watcher.Extras.Watches().RemoveFrom(static list => list._watched, target);
        target.Extras.Watches().RemoveFrom(static list => list._watchers, watcher);
    }

    /// <summary>The actor has stopped: tells its watchers and leaves the lists of those that it watched.</summary>
    public void Terminated(ActorCell cell)
    {
        ActorCell[] watchers, watched;
        lock (_lock)
        {
            watchers = [.. _watchers];
            watched = [.. _watched];
        }

        foreach (ActorCell watcher in watchers) Notify(watcher, cell);
        foreach (ActorCell target in watched) Unwatch(cell, target);
    }

    /// <summary>Tells a watcher once: whoever takes it off the list does.</summary>
    private void Notify(ActorCell watcher, ActorCell target)
    {
        if (!RemoveFrom(static list => list._watchers, watcher)) return;
        watcher.Extras.Watches().RemoveFrom(static list => list._watched, target);
        watcher.PostSignal(new Envelope<Terminated>(
            watcher.Descriptor.TerminatedTag,
            new Terminated(target.Props.NewUntypedRef(target), target.ExtrasOrNull?.Failure),
            null));
    }

    private bool AddTo(Func<WatchList, HashSet<ActorCell>> set, ActorCell cell)
    {
        lock (_lock) return set(this).Add(cell);
    }

    private bool RemoveFrom(Func<WatchList, HashSet<ActorCell>> set, ActorCell cell)
    {
        lock (_lock) return set(this).Remove(cell);
    }
}
