namespace Kitchens;

public sealed record Slice(string What);

[Actor]
public sealed partial class Knife
{
    private int _cuts;

    [Handles] int On(Slice message) => _cuts += message.What.Length;
}

public static class Sender
{
    public static void Send<TMessage>(KnifeRef knife, TMessage message) => {|COERCE0101:knife.Tell(message)|};

    public static void SendSlice<TMessage>(KnifeRef knife, TMessage message)
        where TMessage : notnull
        => {|COERCE0101:knife.Tell(message)|};

    public static void Send<TRef, TMessage>(TRef target, TMessage message)
        where TRef : IReceive<TMessage>
        => target.Tell(message);

    public static void Run(KnifeRef knife)
    {
        Send(knife, new Slice("bread"));
        Send<KnifeRef, Slice>(knife, new Slice("cheese"));
        {|CS0311:Send<KnifeRef, string>|}(knife, "bread");
    }
}
