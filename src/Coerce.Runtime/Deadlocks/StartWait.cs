using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Somebody waits until the <c>[OnStart]</c> of a new actor has ended.</summary>
internal sealed class StartWait
{
    private readonly ActorCell _cell;
    private readonly ActorCell? _asker;
    private readonly TaskCompletionSource _started;

    private StartWait(ActorCell cell)
    {
        _cell = cell;
        _asker = AskGraph.Asker;
        _cell.Extras.Started = _started = cell.System.NewSignal();
        if (_asker is not null) cell.System.AskGraph.AddStart(_asker, cell);
    }

    /// <summary>Before the actor starts: from its start on it may ask whoever waits for it.</summary>
    /// <returns>Null where there is nothing to wait for.</returns>
    public static StartWait? Before(ActorCell cell) => cell.HasStart ? new StartWait(cell) : null;

    /// <summary>Ends when <c>[OnStart]</c> has, and fails with it. To be called once, or else <see cref="GiveUp"/>.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _started.Task.WaitAsync(cancellationToken).ConfigureAwait(_cell.System.KeepsContext);
        }
        finally
        {
            GiveUp();
        }
    }

    /// <summary>Waits no more.</summary>
    public void GiveUp()
    {
        if (_asker is not null) _cell.System.AskGraph.RemoveStart(_asker, _cell);
    }
}
