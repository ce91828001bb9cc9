// ---- assembly Base ----
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Middle")]

namespace Layers;

internal sealed record Hidden(int Value);

public sealed record Seen(int Value);

[Actor("layers.base")]
public sealed partial class Bottom
{
    private int _sum;

    [Handles] internal int On(Hidden message) => _sum += message.Value;

    [Handles] public int On(Seen message) => _sum += message.Value;
}
// ---- assembly Middle ----
namespace Layers;

[Actor("layers.middle")]
public sealed partial class Between(BottomRef bottom)
{
    [Handles] async Task<int> Pass(int value) => await bottom.AskAsync(new Hidden(value)) + await bottom.AskAsync(new Seen(value));

    [Handles] BottomRef Bottom() => bottom;
}
// ---- assembly Top ----
namespace Layers
{
    [Actor("layers.top")]
    public sealed partial class Top(ActorContext<TopRef> context)
    {
        private readonly BottomRef _bottom = context.Spawn(Bottom.Props(), "bottom");

        [Handles]
        async Task<int> Go(int value)
        {
            BetweenRef between = await context.SpawnAsync(Between.Props(_bottom));
            BottomRef same = await between.BottomAsync();
            return await between.PassAsync(value) + await same.AskAsync(new Seen(1)) + (same == _bottom ? 1 : 0);
        }
    }
}
