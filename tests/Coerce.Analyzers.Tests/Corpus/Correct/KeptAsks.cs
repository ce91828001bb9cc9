namespace Kept;

public sealed record Load(string Name);

[Actor]
public sealed partial class Loader
{
    private int _loaded;

    [Handles]
    async Task<string> On(Load message, CancellationToken cancellationToken)
    {
        await Task.Delay(++_loaded, cancellationToken);
        return message.Name;
    }

    [Handles] Task Flush() => Task.CompletedTask;
}

public sealed class Cache(LoaderRef loader)
{
    private readonly Dictionary<string, Task<string>> _pending = [];

    public Task<string> GetAsync(string name)
    {
        if (!_pending.TryGetValue(name, out Task<string>? pending)) pending = _pending[name] = loader.AskAsync(new Load(name)).AsTask();
        return pending;
    }

    public ValueTask<string> ForwardAsync(string name) => loader.AskAsync(new Load(name));

    public ValueTask FlushAsync() => loader.FlushAsync();

    public async ValueTask<(string First, string Second)> BothAsync()
    {
        ValueTask<string> first = loader.AskAsync(new Load("first"));
        ValueTask<string> second = loader.AskAsync(new Load("second"), TimeSpan.FromSeconds(5));
        return (await first, await second);
    }

    public void Warm(string name) => _ = GetAsync(name);

    public void FlushLater() => loader.Tell(new Loader.Messages.Flush());
}
