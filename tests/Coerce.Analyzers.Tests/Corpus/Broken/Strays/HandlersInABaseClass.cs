namespace Chat;

public sealed record Join(string Who);
public sealed record Leave(string Who);

public abstract class Members
{
    protected HashSet<string> Names { get; } = [];

    [Handles] protected void {|COERCE0005:On|}(Join message) => Names.Add(message.Who);

    [Handles] protected void On(Leave message) => Names.Remove(message.Who);
}

[Actor]
public sealed partial class Channel : Members
{
    [Handles] int CountMembers() => Names.Count;
}

public static class Use
{
    public static async Task<int> RunAsync(ChannelRef channel)
    {
        {|COERCE0101:channel.Tell(new Join("bob"))|};
        return await channel.CountMembersAsync();
    }
}
