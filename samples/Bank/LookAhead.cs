namespace Bank;

/// <summary>
/// Starts work ahead of the oldest piece that is not finished, but never more than <paramref name="limit"/> pieces.
/// Pieces that share an account run one after the other in the order they were started; all others run side by side.
/// Results come out in the order of the starts. For one caller at a time.
/// </summary>
internal sealed class LookAhead<T>(int limit)
{
    private readonly Queue<Task<T>> _started = [];

    /// <summary>For each account the last piece that was started for it.</summary>
    private readonly Dictionary<string, Task> _last = [];

    public bool IsFull => _started.Count >= limit;

    public bool IsEmpty => _started.Count == 0;

    public void Start(string account, string? otherAccount, Func<Task<T>> work)
    {
        Task before = _last.GetValueOrDefault(account, Task.CompletedTask);
        Task otherBefore = otherAccount is null
            ? Task.CompletedTask
            : _last.GetValueOrDefault(otherAccount, Task.CompletedTask);

        Task<T> task = before.IsCompleted && otherBefore.IsCompleted ? work() : After(before, otherBefore, work);

        _started.Enqueue(task);
        _last[account] = task;
        if (otherAccount is not null)
            _last[otherAccount] = task;
    }

    /// <summary>The result of the oldest piece, which is then no longer counted.</summary>
    public Task<T> NextAsync() => _started.Dequeue();

    private static async Task<T> After(Task before, Task otherBefore, Func<Task<T>> work)
    {
        // Only the order matters here: whoever takes the result of an earlier piece gets its failure.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await otherBefore.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await work();
    }
}
