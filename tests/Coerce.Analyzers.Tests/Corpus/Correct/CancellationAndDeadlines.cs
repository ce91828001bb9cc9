namespace Deadlines;

public sealed record Work(TimeSpan Time);

[Actor]
public sealed partial class Slow
{
    private int _done;

    [Handles]
    async Task<int> On(Work message, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await Task.Delay(message.Time, limit.Token);
        return ++_done;
    }

    [Handles] int Done(CancellationToken stopping) => stopping.IsCancellationRequested ? -1 : _done;
}

public static class Use
{
    public static async Task<string> RunAsync(SlowRef slow)
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(5));
        try
        {
            int done = await slow.AskAsync(new Work(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(2), source.Token);
            return $"{done}";
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            return $"gave up {await slow.DoneAsync(CancellationToken.None)}";
        }
        catch (AskTimeoutException late)
        {
            return late.CurrentHandler ?? "nothing";
        }
        catch (AskCycleException ring)
        {
            return string.Join(" > ", ring.Ring);
        }
    }
}
