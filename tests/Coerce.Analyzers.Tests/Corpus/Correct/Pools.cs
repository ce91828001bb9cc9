namespace Pools;

public sealed record Resize(Guid Picture, int Width);

[Actor(OnFailure = FailureAction.Restart)]
public sealed partial class Resizer
{
    private int _done;

    [Handles]
    async ValueTask<int> On(Resize message, CancellationToken cancellationToken)
    {
        await Task.Delay(message.Width, cancellationToken);
        return ++_done;
    }

    [Handles] void Warm(string name) => _done += name.Length;
}

[Actor]
public sealed partial class Gallery(ActorContext<GalleryRef> context)
{
    private readonly ResizerRef _resizers = context.SpawnPool(Resizer.Props(), 4, Routing.ByKey<Resize>(message => message.Picture).And<Resizer.Messages.Warm>(message => message.Name));

    [Handles] async Task<int> Show(Guid picture) => await _resizers.AskAsync(new Resize(picture, 100));
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        ResizerRef pool = await system.SpawnPoolAsync(Resizer.Props(), 8, Routing.LeastLoaded, "resizers");
        await Pool.Of(pool).ResizeAsync(16);
        await pool.WarmAsync("all");
        ResizerRef everyone = system.SpawnPool(Resizer.Props(), size: 2, Routing.Broadcast);
        everyone.Tell(new Resizer.Messages.Warm("each"));
        return await pool.AskAsync(new Resize(Guid.NewGuid(), 10)) + Pool.Of(everyone).Members.Count;
    }
}
