namespace Loading;

public sealed record Loaded(string Text);
public sealed record LoadFailed(string Reason);

[Actor]
public sealed partial class Loader(ActorContext<LoaderRef> context)
{
    private readonly List<string> _texts = [];

    [Handles]
    void Load(string name)
    {
        context.PipeToSelf(ReadAsync(name), failure => new Loaded(failure.Message));
        context.PipeToSelf(TouchAsync(name));
    }

    [Handles] void On(Loaded message) => _texts.Add(message.Text);

    [Handles] void On(LoadFailed message) => _texts.Add(message.Reason);

    [Handles] IReadOnlyList<string> Texts() => [.. _texts];

    private static async Task<Loaded> ReadAsync(string name) => new(await File.ReadAllTextAsync(name));

    private static async Task<LoadFailed> TouchAsync(string name)
    {
        await Task.Yield();
        return new LoadFailed(name);
    }
}
