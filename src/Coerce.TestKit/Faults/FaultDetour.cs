using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>What befalls some messages of an actor.</summary>
internal sealed record Fault(Func<Envelope, bool> Applies, Action<ActorCell, Envelope> Act);

/// <summary>Lets faults befall messages, and passes the others on.</summary>
/// <param name="inner">The way that the messages would take otherwise; null for the plain mailbox.</param>
internal sealed class FaultDetour(Detour? inner) : Detour
{
    private readonly Lock _lock = new();
    private Fault[] _faults = [];

    public override int Length => inner?.Length ?? 0;

    public override (int Capacity, MailboxPolicy WhenFull)? Bound => inner?.Bound;

    public override bool IsPool => inner is { IsPool: true };

    /// <summary>The fault that was made last goes first.</summary>
    public IDisposable Add(Fault fault)
    {
        lock (_lock) _faults = [fault, .. _faults];
        return new Removal(this, fault);
    }

    public override bool Tell(ActorCell cell, Envelope envelope, bool isTry)
    {
        if (Befalls(cell, envelope)) return true;
        if (inner is not null) return inner.Tell(cell, envelope, isTry);
        cell.Enqueue(envelope);
        return true;
    }

    public override void Ask(ActorCell cell, Envelope envelope)
    {
        if (!Befalls(cell, envelope)) PassOn(cell, envelope);
    }

    public override ValueTask TellAsync(ActorCell cell, Envelope envelope, CancellationToken cancellationToken)
    {
        if (Befalls(cell, envelope)) return default;
        if (inner is not null) return inner.TellAsync(cell, envelope, cancellationToken);
        cell.Enqueue(envelope);
        return default;
    }

    public override void Post(ActorCell cell, Envelope envelope)
    {
        if (inner is null) cell.Enqueue(envelope);
        else inner.Post(cell, envelope);
    }

    public override void Refuse(ActorCell cell, Envelope envelope)
    {
        if (inner is null) base.Refuse(cell, envelope);
        else inner.Refuse(cell, envelope);
    }

    public override void Close(ActorCell cell) => inner?.Close(cell);

    public override List<Envelope> Extract(Predicate<Envelope> isWanted) => inner?.Extract(isWanted) ?? [];

    public override void ChildStops(ActorCell child) => inner?.ChildStops(child);

    /// <summary>Sends on what was kept.</summary>
    public void PassOn(ActorCell cell, Envelope envelope)
    {
        if (inner is null) cell.Enqueue(envelope);
        else if (envelope.Ask is null) inner.Tell(cell, envelope, isTry: false);
        else inner.Ask(cell, envelope);
    }

    private bool Befalls(ActorCell cell, Envelope envelope)
    {
        if (Array.Find(Volatile.Read(ref _faults), fault => fault.Applies(envelope)) is not { } fault) return false;
        fault.Act(cell, envelope);
        return true;
    }

    private void Remove(Fault fault)
    {
        lock (_lock) _faults = [.. _faults.Where(other => other != fault)];
    }

    private sealed class Removal(FaultDetour detour, Fault fault) : IDisposable
    {
        public void Dispose() => detour.Remove(fault);
    }
}

/// <summary>The turn of a message whose handler is made to fail.</summary>
internal sealed class FaultyTurn(Envelope envelope, Exception failure) : Work
{
    internal override bool Run(ActorCell cell)
    {
        cell.BeginStep(envelope.Tag);
        return cell.Failed(envelope, envelope.Ask, failure);
    }

    internal override void Reject(ActorCell cell) => cell.Reject(envelope);
}
