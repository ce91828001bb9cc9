using System.Runtime.ExceptionServices;

namespace Coerce.Cells;

/// <summary>Somebody waits until the <c>[OnStart]</c> of each member of a new pool has ended, or that of one has failed.</summary>
internal sealed class PoolStart(ActorSystem system)
{
    private readonly TaskCompletionSource<Exception?> _ended = new(system.SignalOptions);
    private int _left = 1;      // one more than the members, until all of them are there

    /// <summary>One more member to wait for.</summary>
    public void Add(StartWait member)
    {
        Interlocked.Increment(ref _left);
        _ = FollowAsync(member);
    }

    /// <summary>All members are there.</summary>
    /// <exception cref="ActorStartException">One of them failed.</exception>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        CountDown();
        Exception? failure = await _ended.Task.WaitAsync(cancellationToken).ConfigureAwait(system.KeepsContext);
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    private async Task FollowAsync(StartWait member)
    {
        try
        {
            await member.EndAsync(CancellationToken.None).ConfigureAwait(system.KeepsContext);
            CountDown();
        }
        catch (Exception failure)
        {
            _ended.TrySetResult(failure);
        }
    }

    private void CountDown()
    {
        if (Interlocked.Decrement(ref _left) == 0) _ended.TrySetResult(null);
    }
}
