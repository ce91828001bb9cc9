using System.Runtime.CompilerServices;

namespace Async;

public sealed record Work(int Steps);

[Actor]
public sealed partial class Worker(HttpClient http) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private int _done;

    [Handles]
    async Task<int> On(Work message, CancellationToken cancellationToken)
    {
        await using var buffer = new MemoryStream();
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(true);
        try
        {
            for (int i = 0; i < message.Steps; i++) await Step(i);
            string[] pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(page => http.GetStringAsync($"https://example.org/{page}", cancellationToken)));
            await foreach (int number in CountAsync(pages.Length).WithCancellation(cancellationToken)) _done += number;
            return _done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return -1;
        }
        finally
        {
            _gate.Release();
        }

        async ValueTask Step(int number)
        {
            if (number % 2 == 0) await Task.Yield();
            _done += number;
        }
    }

    [Handles]
    async ValueTask<(int First, int Second)> Both()
    {
        Task<int> first = OneAsync();
        ValueTask<int> second = new(OneAsync());
        return (await first, await second);
    }

    [Handles] Task Nothing() => Task.CompletedTask;

    [Handles] Task<int> Throwing() => Task.FromException<int>(new InvalidOperationException());

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    [Handles]
    async ValueTask Pooled() => await Task.Delay(1);

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        return default;
    }

    [OnStop] Task Stopped() => DisposeAsync().AsTask();

    private static async Task<int> OneAsync()
    {
        await Task.Yield();
        return 1;
    }

    private static async IAsyncEnumerable<int> CountAsync(int to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < to; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return i;
        }
    }
}
