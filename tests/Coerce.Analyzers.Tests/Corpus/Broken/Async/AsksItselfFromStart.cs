namespace Selves;

public sealed record Load(string Name);

[Actor]
public sealed partial class Cache
{
    private int _loaded;

    [OnStart]
    async Task Started(ActorContext<CacheRef> context)
    {
        CacheRef self = context.Self;
        await self.{|COERCE0304:AskAsync|}(new Load("first"));
    }

    [Handles] int On(Load message) => _loaded += message.Name.Length;
}
