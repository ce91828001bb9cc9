using System.Diagnostics;
using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>An entity over all its activations: one cell, whose object is made by the message that needs it and dropped when it has been
/// idle.</summary>
/// <remarks>
/// <para>While there is no object (<see cref="ActorStatus.Dormant"/>), the gate's entry is shut: each message is queued, and whoever
/// drains the queue makes the object first. So no message can fall between passivation and activation, and as it is one cell for a
/// key, no key can have two objects.</para>
/// <para>Activation and passivation are turns. Unless said otherwise, methods are for the owner of the turn.</para>
/// </remarks>
[DebuggerDisplay("{Cell,nq}")]
internal sealed partial class EntityLife
{
    private readonly Lock _lock = new();
    private HashSet<IDisposable>? _attached;
    private WeakReference<EntityLife>? _weak;
    private int _owed;              // replies that this activation has promised to give later
    private int _unusedLooks;       // of the directory's timer
    private bool _isDiverted;

    public EntityLife(EntityDirectory directory, EntityKey key, Props props)
    {
        Directory = directory;
        Key = key;
        Cell = props.NewEntityCell(this);
    }

    public ActorCell Cell { get; }

    public EntityDirectory Directory { get; }

    public EntityKey Key { get; }

    public string Path => $"/{Directory.Name}/{PathPart.Of(Key.ToString())}";

    /// <summary>The place among the live ones; -1 for none. Guarded by the directory's lock.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>It was found idle, or one too many, and is about to be passivated. Guarded by the directory's lock.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>The one weak reference to the entity. It tracks resurrection: a finalizer that sends it a message must not find
    /// another one under its key.</summary>
    public WeakReference<EntityLife> Weak =>
        Volatile.Read(ref _weak)
        ?? Interlocked.CompareExchange(ref _weak, new(this, trackResurrection: true), null)
        ?? _weak;

    /// <summary>False while there is no object that could take signals, which are of one activation. Any thread may ask.</summary>
    public bool TakesSignals => Cell.Status is ActorStatus.Started or ActorStatus.Starting or ActorStatus.Restarting;

    /// <summary>Sees to what waits, as the cell has no object: makes one if it is needed.</summary>
    public void Begin() => _ = BeginAsync();

    /// <summary>The gate of an entity that goes another way stays shut, also when it is activated.</summary>
    public void Divert() => _isDiverted = true;

    /// <summary>The turn has promised a reply for later, from the state of this object: until then it stays.</summary>
    public void Owe(PendingAsk ask)
    {
        Interlocked.Increment(ref _owed);
        var ended = new CancellationTokenSource();
        ended.Token.UnsafeRegister(static life => Interlocked.Decrement(ref ((EntityLife)life!)._owed), this);
        ask.CancelWhenEnded(ended);
    }

    /// <summary>Ends something with this activation. Any thread may call it.</summary>
    public void Attach(IDisposable attached)
    {
        lock (_lock)
        {
            if (TakesSignals)
            {
                (_attached ??= []).Add(attached);
                return;
            }
        }

        attached.Dispose();
    }

    /// <summary>It has ended by itself. Any thread may call it.</summary>
    public void Detach(IDisposable attached)
    {
        lock (_lock) _attached?.Remove(attached);
    }

    /// <summary>The directory's timer looks. It has no turn, and gets it with <see cref="Use.None"/>.</summary>
    public Use LookForIdle(int looks)
    {
        Use use = Look(UseMarks.ForIdle, looks);
        if (use is Use.Busy or Use.WokenWhileLooking) _unusedLooks = 0;
        return use;
    }

    /// <summary>The directory looks for one to spare, likewise.</summary>
    public Use LookForBound() => Look(UseMarks.ForBound, 0);

    /// <summary>The system has stopped it for good.</summary>
    public void Terminated()
    {
        EndAttached();
        Directory.Remove(this);
    }

    private Use Look(int mark, int looks)
    {
        // The owner writes the mark, as turns do: a mark that came in the middle of a turn would hide which handler runs.
        if (!Cell.TryTakeTurn()) return Use.Busy;
        bool isUnused = UseMarks.IsUnused(Cell, mark);
        if (mark == UseMarks.ForIdle) isUnused = (_unusedLooks = isUnused ? _unusedLooks + 1 : 0) >= looks;
        bool isBusy = Cell.IsStopRequested || Volatile.Read(ref _owed) > 0
            || Cell.ExtrasOrNull is { } extras && (extras.TurnContext is { HasOpen: true } || extras.StreamsOrNull is { IsEmpty: false });
        if (isUnused && !isBusy) return Use.None;
        if (!Cell.TryGiveTurnBack()) return Use.WokenWhileLooking;
        return isBusy ? Use.Busy : Use.Some;
    }

    private async Task BeginAsync()
    {
        while (true)
        {
            bool isNeeded = IsNeeded();
            if (Cell.IsStopRequested || Directory.IsClosed)
            {
                await Cell.StopTurnAsync(immediately: true, runOnStop: false);
                return;
            }

            if (!isNeeded)
            {
                if (Cell.TryGiveTurnBack()) return;
            }
            else if (await TryActivateAsync())
            {
                Cell.Release();
                return;
            }
        }
    }

    /// <summary>Settles what waits and needs no object, up to the first that does.</summary>
    private bool IsNeeded()
    {
        while (Cell.TakeEnvelope() is { } envelope)
        {
            if (envelope is Work work && work.TrySettle(Cell)) continue;
            Cell.PutBack(envelope);
            return true;
        }

        return false;
    }

    /// <returns>False when it is still dormant, or the system stops.</returns>
    private async Task<bool> TryActivateAsync()
    {
        Cell.RejectStaleSignals();
        CellExtras? extras = Cell.ExtrasOrNull;
        extras?.ChildrenOrNull?.Open();
        extras?.ResetTurn();
        if (extras is not null) extras.Failure = null;
        if (!Directory.TryAdmit(this)) return false;

        Cell.BeginStep(ActorCell.NoHandler);
        _unusedLooks = 0;
        Cell.Status = ActorStatus.Starting;
        try
        {
            Cell.Props.CreateActor(Cell);
            await Cell.RunStartAsync();
        }
        catch (Exception failure)
        {
            if (!Cell.IsStopRequested) Log.ActivationFailed(Directory.System.Logger, Cell.ToString(), failure);
            Cell.Extras.Failure = failure;
            await EndAsync(immediately: true, runOnStop: false);
            RefuseWaiting(failure);
            Directory.Dismiss(this);
            return false;
        }

        if (!_isDiverted) Cell.OpenEntry();
        Cell.Status = ActorStatus.Started;
        return true;
    }

    /// <summary>Those who made the activation that failed are told so. Who comes later makes another one.</summary>
    private void RefuseWaiting(Exception failure)
    {
        for (int left = Math.Max(1, Cell.QueueLength); left > 0 && Cell.TakeEnvelope() is { } taken; left--)
        {
            Envelope? envelope = taken is MailboxPump pump ? pump.TakeFor(Cell) : taken;
            if (envelope is null) continue;
            if (envelope.Ask is { } ask) ask.TryFail(ActorStartException.OfEntity(Cell.ToString(), Cell.Path, failure));
            else if (envelope is not Work work) Directory.System.DeadLetters.Publish(Cell, envelope, DeadLetterReason.ActivationFailed, failure);
            else if (!work.TrySettle(Cell)) work.Reject(Cell);
        }
    }
}
