using Coerce.Cells;

namespace Coerce.Dispatch;

// What an entity, whose object comes and goes, needs of its cell.
public abstract partial class ActorCell
{
    /// <summary>What makes this the cell of an entity; null for any other.</summary>
    internal virtual EntityLife? Life => null;

    /// <summary>Takes the turn if nobody has it and nothing waits.</summary>
    internal bool TryTakeTurn() => _gate.TryEnter();

    /// <summary>Gives the turn back. False when something came meanwhile: the turn is still the caller's. For the owner, when it has
    /// taken all that waited.</summary>
    internal bool TryGiveTurnBack() => _gate.TryRelease();

    /// <summary>The next that waits. For the owner of the turn.</summary>
    internal Envelope? TakeEnvelope() => _gate.Take();

    /// <summary>For the owner of the turn.</summary>
    internal void OpenEntry() => _gate.OpenEntry();

    /// <summary>A new cell begins without an object.</summary>
    internal void Sleep()
    {
        _gate.ShutEntry();
        _status = ActorStatus.Dormant;
        _gate.TryRelease();
    }

    /// <summary>Forgets the object. For the owner of the turn.</summary>
    internal abstract void DropActor();

    /// <summary>Signals are for one object. Those that come from now on are for the next one.</summary>
    internal void RejectStaleSignals()
    {
        // The exchange is a full fence: whoever still has the old queue puts its signal in and then sees that it is old.
        if (_extras?.ExchangeSignals() is { } stale) RejectSignals(stale);
    }

    /// <summary>Waits for the reentrant handlers that are open, while others have to wait. For the owner of the turn.</summary>
    internal Task LeaveTurns(TurnContext reentrant)
    {
        reentrant.Detach();
        foreach (Envelope step in _gate.Extract(reentrant.IsStep)) Reject(step);
        if (_detour is not null) foreach (Envelope step in _detour.Extract(reentrant.IsStep)) Reject(step);
        return reentrant.WhenAllEnded();
    }
}
