// ---- assembly Core ----
namespace Core;

internal sealed record Secret(string Text);

[Actor]
public sealed partial class Keeper
{
    private readonly List<string> _secrets = [];

    [Handles] void On(Secret message) => _secrets.Add(message.Text);

    [Handles] int Count() => _secrets.Count;
}
// ---- assembly Outside ----
using Core;

namespace Outside;

public sealed record Secret(string Text);

public static class Use
{
    public static async Task<int> RunAsync(KeeperRef keeper)
    {
        {|COERCE0101:keeper.Tell(new Secret("x"))|};
        return await keeper.CountAsync();
    }
}
