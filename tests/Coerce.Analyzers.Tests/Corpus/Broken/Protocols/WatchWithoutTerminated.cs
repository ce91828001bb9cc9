namespace Watching;

public sealed record Hire(string Name);

[Actor]
public sealed partial class Clerk(string name)
{
    [Handles] string Greet() => $"I am {name}";
}

[Actor]
public sealed partial class Boss(ActorContext<BossRef> context)
{
    private readonly List<ClerkRef> _clerks = [];

    [Handles]
    int On(Hire message)
    {
        ClerkRef clerk = context.Spawn(Clerk.Props(message.Name), message.Name);
        {|COERCE0104:context.Watch(clerk)|};
        _clerks.Add(clerk);
        return _clerks.Count;
    }

    [Handles]
    void Dismiss(ClerkRef clerk)
    {
        {|COERCE0104:context.Unwatch(clerk)|};
        _clerks.Remove(clerk);
    }
}
