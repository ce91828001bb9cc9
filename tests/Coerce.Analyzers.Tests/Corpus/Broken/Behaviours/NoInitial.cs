namespace Orders;

[Actor]
public sealed partial class {|COERCE0113:Lock|}(string code)
{
    private readonly string _code = code;

    [Behavior]
    private sealed partial class Shut(Lock owner)
    {
        [Handles] bool Turn(string code)
        {
            if (code != owner._code) return false;
            owner.Become(new Wide(owner));
            return true;
        }
    }

    [Behavior]
    private sealed partial class Wide(Lock owner)
    {
        [Handles] bool Turn(string code)
        {
            owner.Become(new Shut(owner));
            return code == owner._code;
        }
    }
}

public static class Key
{
    public static async Task<bool> TurnAsync(ActorSystem system) => await system.Spawn(Lock.Props("1"), "door").TurnAsync("1");
}
