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

    /// <summary>Starts the actor, for somebody who is going to wait.</summary>
    /// <returns>Null where there is nothing to wait for. Else <see cref="EndAsync"/> must follow.</returns>
    public static StartWait? Start(ActorCell cell)
    {
        // Noted before: from its start on the actor may ask whoever waits for it.
        StartWait? wait = cell.HasStart ? new StartWait(cell) : null;
        try
        {
            cell.Start();
        }
        catch
        {
            wait?.GiveUp();
            throw;
        }

        return wait;
    }

    /// <summary>Ends when <c>[OnStart]</c> has, and fails with it.</summary>
    /// <exception cref="ActorStartException"><c>[OnStart]</c> failed; the actor has stopped.</exception>
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

    private void GiveUp()
    {
        if (_asker is not null) _cell.System.AskGraph.RemoveStart(_asker, _cell);
    }
}
