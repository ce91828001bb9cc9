namespace Coerce.Benchmarks.Suite;

/// <summary>Ends when something has happened as often as it should.</summary>
[Sendable]
internal sealed class Countdown(int times)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = times;

    public Task Task => _done.Task;

    public void Signal()
    {
        if (Interlocked.Decrement(ref _left) == 0) _done.SetResult();
    }
}
