using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>One member of a pool.</summary>
/// <param name="Cell">The actor.</param>
/// <param name="Number">Its id: never given twice in a pool.</param>
internal readonly record struct PoolMember(ActorCell Cell, int Number);

/// <summary>The members of a pool from one change to the next. Immutable, but for the count of senders that use it.</summary>
/// <remarks>
/// A sender that has chosen a member must have posted to it before that member is told to stop: else the message would come
/// behind the stop and be lost, though the pool lives. So senders enter a set before they choose, and leave it when they have
/// posted; whoever replaces a set retires it and then waits until the last one has left.
/// </remarks>
internal sealed class PoolMembers(PoolMember[] all)
{
    private const int Retired = 1;
    private const int Sender = 2;

    private readonly TaskCompletionSource _unused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;     // twice the senders, plus 1 when retired

    public PoolMember[] All { get; } = all;

    /// <summary>False: the set has been replaced, look for the new one.</summary>
    public bool TryEnter()
    {
        // Counted first, then the look: a retirement either sees this sender, or is seen by it.
        if ((Interlocked.Add(ref _state, Sender) & Retired) == 0) return true;
        Leave();
        return false;
    }

    public void Leave()
    {
        // May come more than once: by the sender that was last, and by late ones that only looked. The first one counts.
        if (Interlocked.Add(ref _state, -Sender) == Retired) _unused.TrySetResult();
    }

    /// <summary>Lets nobody in any more. The set that replaces it must be in place.</summary>
    /// <returns>Ends when the last sender has left.</returns>
    public Task Retire()
    {
        if (Interlocked.Or(ref _state, Retired) == 0) _unused.TrySetResult();
        return _unused.Task;
    }
}
