using System.Diagnostics;
using System.Globalization;
using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce.Cells;

/// <summary>Hands the messages of a pool's ref on to its members, in the sender's thread.</summary>
/// <remarks>The pool's own gate is shut and has nothing in it but stops and what failed members hand up.</remarks>
[DebuggerDisplay("{Members.Length} members")]
internal sealed class PoolRouter(Routing routing) : Detour
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _resizing = new(1);
    private volatile PoolMembers _members = new([]);    // replaced under the lock
    private Task _unused = Task.CompletedTask;          // under the lock: the sets that were replaced
    private ActorCell _pool = null!;                    // set before anybody sees this
    private int _nextNumber;                            // of whoever changes the size
    private bool _isChanging = true;                    // under the lock: no members is not the end
    private uint _turn;

    public Routing Routing => routing;

    private bool IsBroadcast => ReferenceEquals(routing, Routing.Broadcast);

    public PoolMember[] Members => _members.All;

    public override bool IsPool => true;

    public override int Length
    {
        get
        {
            int length = 0;
            foreach (PoolMember member in _members.All) length += member.Cell.QueueLength;
            return length;
        }
    }

    public static TRef Spawn<TRef>(ActorSystem system, ActorCell? parent, Props<TRef> props, int size, Routing? routing, string? id)
        where TRef : ActorRef
    {
        PoolRouter router = New(system, parent, props, size, routing, id);
        router.Begin(size, null);
        return props.NewRef(router._pool);
    }

    public static async ValueTask<TRef> SpawnAsync<TRef>(
        ActorSystem system, ActorCell? parent, Props<TRef> props, int size, Routing? routing, string? id, CancellationToken cancellationToken)
        where TRef : ActorRef
    {
        cancellationToken.ThrowIfCancellationRequested();
        PoolRouter router = New(system, parent, props, size, routing, id);
        var start = new PoolStart(system);
        try
        {
            router.Begin(size, start);
            await start.EndAsync(cancellationToken).ConfigureAwait(system.KeepsContext);
        }
        catch (Exception failure)
        {
            // The caller never gets the ref: nobody else could stop the pool.
            if (failure is ActorStartException) router._pool.Extras.Failure = failure.InnerException;
            router._pool.RequestStop(immediately: true);
            bool isGivenUp = failure is OperationCanceledException && cancellationToken.IsCancellationRequested;
            if (!isGivenUp) await router._pool.Termination.ConfigureAwait(system.KeepsContext);
            throw;
        }

        return props.NewRef(router._pool);
    }

    public override bool Tell(ActorCell cell, Envelope envelope, bool isTry)
    {
        if (Enter() is not { } members)
        {
            if (!isTry) cell.Reject(envelope);
            return false;
        }

        try
        {
            if (IsBroadcast) return TellAll(members, envelope, isTry);
            return routing.Choose(envelope, members.All, ref _turn).TakeOver(envelope, isTry);
        }
        finally
        {
            members.Leave();
        }
    }

    public override void Ask(ActorCell cell, Envelope envelope)
    {
        if (Enter() is not { } members)
        {
            cell.Reject(envelope);
            return;
        }

        try
        {
            routing.Choose(envelope, members.All, ref _turn).TakeOver(envelope, isTry: false);
        }
        catch (Exception failure)
        {
            // A selector of keys that threw, or a routing that takes no asks: the asker waits for the ask, and gets it there.
            if (envelope is not Work) Instruments.Refused(cell, envelope.Tag);
            envelope.Ask!.TryFail(failure);
        }
        finally
        {
            members.Leave();
        }
    }

    public override ValueTask TellAsync(ActorCell cell, Envelope envelope, CancellationToken cancellationToken)
    {
        if (Enter() is not { } members)
        {
            cell.Reject(envelope);
            return default;
        }

        // Left as soon as the message has its place, or its place in line; a member that is retired comes to it before it stops.
        try
        {
            if (!IsBroadcast)
                return routing.Choose(envelope, members.All, ref _turn).TakeOverAsync(envelope, cancellationToken);

            return new ValueTask(Task.WhenAll(
                members.All.Select(member => member.Cell.TakeOverAsync(envelope.Copy(), cancellationToken).AsTask())));
        }
        finally
        {
            members.Leave();
        }
    }

    public override void Post(ActorCell cell, Envelope envelope)
    {
        if (envelope is StopSignal or WakeUp)
        {
            cell.Enqueue(envelope);
        }
        else if (Enter() is { } members)
        {
            try
            {
                if (!IsBroadcast) routing.Choose(envelope, members.All, ref _turn).Post(envelope);
                else if (envelope is not Work { IsForAll: false }) foreach (PoolMember member in members.All) member.Cell.Post(envelope.Copy());
                else Routing.RoundRobin.Choose(envelope, members.All, ref _turn).Post(envelope);
            }
            finally
            {
                members.Leave();
            }
        }
        else
        {
            cell.Reject(envelope);
        }
    }

    public override void Close(ActorCell cell)
    {
        // Nothing waits here. The members are children of the pool, and stop as such.
    }

    public override void ChildStops(ActorCell child)
    {
        bool isEnd;
        lock (_lock)
        {
            PoolMember[] rest = [.. _members.All.Where(member => !ReferenceEquals(member.Cell, child))];
            if (rest.Length == _members.All.Length) return;
            _ = Replace(rest);
            isEnd = rest.Length == 0 && !_isChanging;
        }

        if (isEnd) _pool.RequestStop(immediately: false);
    }

    /// <summary>Changes the number of members. One change at a time.</summary>
    /// <returns>Ends when those that leave have handled what they were sent, and have stopped.</returns>
    public async Task ResizeAsync(int size, CancellationToken cancellationToken)
    {
        Task stopped;
        await _resizing.WaitAsync(cancellationToken).ConfigureAwait(_pool.System.KeepsContext);
        try
        {
            lock (_lock) _isChanging = true;
            int more = size - _members.All.Length;
            if (more > 0) Grow(more);
            stopped = more < 0 ? ShrinkAsync(size) : Task.CompletedTask;
        }
        finally
        {
            EndChange();
            _resizing.Release();
        }

        await stopped.WaitAsync(cancellationToken).ConfigureAwait(_pool.System.KeepsContext);
    }

    private static PoolRouter New(ActorSystem system, ActorCell? parent, Props props, int size, Routing? routing, string? id)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var router = new PoolRouter(routing ?? Routing.RoundRobin);
        router._pool = system.Add(parent, props, id, router);
        return router;
    }

    private void Begin(int size, PoolStart? start)
    {
        try
        {
            Grow(size, start);
        }
        catch (Exception failure)
        {
            // Nobody else has the turn, nor the ref. Where the first member failed, all of this ends before the throw.
            _pool.Extras.Failure = failure;
            _ = _pool.StopTurnAsync(immediately: true, runOnStop: false);
            throw;
        }

        _pool.StartWithoutActor();
        EndChange();
    }

    /// <summary>Adds members.</summary>
    /// <param name="count">How many.</param>
    /// <param name="start">Who waits for their <c>[OnStart]</c>; null for nobody.</param>
    private void Grow(int count, PoolStart? start = null)
    {
        for (int i = 0; i < count; i++)
        {
            int number = _nextNumber++;
            ActorCell child = _pool.System.Add(_pool, _pool.Props, number.ToString(CultureInfo.InvariantCulture));

            // In the set before it starts: it may stop at any time from its start on, and must then be found there.
            lock (_lock) _ = Replace([.. _members.All, new PoolMember(child, number)]);
            if (start is null) child.Start();
            else if (StartWait.Start(child) is { } member) start.Add(member);
        }
    }

    private async Task ShrinkAsync(int size)
    {
        PoolMember[] leaving;
        Task unused;
        lock (_lock)
        {
            PoolMember[] all = _members.All;
            if (all.Length <= size) return;
            leaving = all[size..];
            unused = Replace(all[..size]);
        }

        await unused.ConfigureAwait(_pool.System.KeepsContext);
        foreach (PoolMember member in leaving) member.Cell.RequestStop(immediately: false);
        foreach (PoolMember member in leaving) await member.Cell.Termination.ConfigureAwait(_pool.System.KeepsContext);
    }

    /// <summary>Puts another set in place, and retires the old one. Under the lock.</summary>
    /// <returns>Ends when no sender uses the old one any more, nor one of those before it, which have members in common.</returns>
    private Task Replace(PoolMember[] members)
    {
        PoolMembers old = _members;
        _members = new PoolMembers(members);
        Task unused = old.Retire();
        return _unused = _unused.IsCompleted ? unused : Task.WhenAll(_unused, unused);
    }

    private void EndChange()
    {
        bool isEnd;
        lock (_lock)
        {
            _isChanging = false;
            isEnd = _members.All.Length == 0;
        }

        if (isEnd) _pool.RequestStop(immediately: false);
    }

    /// <summary>The members, entered; null when there are none, because the pool stops.</summary>
    private PoolMembers? Enter()
    {
        while (true)
        {
            PoolMembers members = _members;
            if (!members.TryEnter()) continue;  // replaced in this moment: the new set is in place already
            if (members.All.Length > 0) return members;
            members.Leave();
            return null;
        }
    }

    private static bool TellAll(PoolMembers members, Envelope envelope, bool isTry)
    {
        bool taken = false;
        List<(ActorCell Member, Envelope Copy)>? refused = null;
        MailboxFullException? full = null;
        foreach (PoolMember member in members.All)
        {
            Envelope copy = envelope.Copy();
            try
            {
                if (member.Cell.TakeOver(copy, isTry)) taken = true;
                else if (isTry) (refused ??= []).Add((member.Cell, copy));
            }
            catch (MailboxFullException failure)
            {
                full = failure;     // the others get theirs first
            }
        }

        if (full is not null) throw full;

        // The sender hears that some took it, so it will not deal with those that did not.
        if (taken && refused is not null)
        {
            foreach ((ActorCell member, Envelope copy) in refused) member.Refuse(copy);
        }

        return taken;
    }
}
