using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Who watches an actor, and whom it watches: so that neither outlives the other's stop in a list.</summary>
/// <remarks>The lock of one list is never held while that of another is taken. Watching keeps nobody alive; being sent a notice
/// one day does.</remarks>
internal sealed class WatchList
{
    private readonly Lock _lock = new();
    private readonly HashSet<ActorCell> _watchers = [];
    private readonly HashSet<WeakReference<ActorCell>> _watched = [];
    private HashSet<ActorCell>? _watchedEntities;

    public static void Watch(ActorCell watcher, ActorCell target)
    {
        target.MindLastRef();
        watcher.Extras.Watches().AddWatched(target);
        if (!target.Extras.Watches().AddWatcher(watcher)) return;

        // Added first (the lock is a full fence), then the look at the status; Terminate does the opposite.
        if (target.Status == ActorStatus.Stopped) target.Extras.Watches().Notify(watcher, target);
    }

    public static void Unwatch(ActorCell watcher, ActorCell target)
    {
        watcher.Extras.Watches().RemoveWatched(target);
        target.Extras.Watches().RemoveWatcher(watcher);
    }

    /// <summary>The actor has stopped: tells its watchers and leaves the lists of those that it watched.</summary>
    public void Terminated(ActorCell cell)
    {
        ActorCell[] watchers;
        lock (_lock) watchers = [.. _watchers];
        foreach (ActorCell watcher in watchers) Notify(watcher, cell);
        Unwatch(cell);
    }

    /// <summary>Leaves the lists of those that the actor watches.</summary>
    public void Unwatch(ActorCell cell)
    {
        WeakReference<ActorCell>[] watched;
        lock (_lock) watched = [.. _watched];
        foreach (WeakReference<ActorCell> reference in watched)
            if (reference.TryGetTarget(out ActorCell? target)) Unwatch(cell, target);
    }

    /// <summary>Tells a watcher once: whoever takes it off the list does.</summary>
    private void Notify(ActorCell watcher, ActorCell target)
    {
        if (!RemoveWatcher(watcher)) return;
        watcher.Extras.Watches().RemoveWatched(target);
        watcher.PostSignal(new Envelope<Terminated>(
            watcher.Descriptor.TerminatedTag,
            new Terminated(target.Props.NewUntypedRef(target), target.ExtrasOrNull?.Failure)));
    }

    private bool AddWatcher(ActorCell watcher)
    {
        lock (_lock) return _watchers.Add(watcher);
    }

    private bool RemoveWatcher(ActorCell watcher)
    {
        lock (_lock) return _watchers.Remove(watcher);
    }

    private void AddWatched(ActorCell target)
    {
        lock (_lock)
        {
            _watched.Add(target.Extras.Weak(target));

            // An entity that is not in memory would be forgotten, and the watch with it, though its key brings it back.
            if (target.Life is not null) (_watchedEntities ??= []).Add(target);
        }
    }

    private void RemoveWatched(ActorCell target)
    {
        lock (_lock)
        {
            _watched.Remove(target.Extras.Weak(target));
            _watchedEntities?.Remove(target);
        }
    }
}
