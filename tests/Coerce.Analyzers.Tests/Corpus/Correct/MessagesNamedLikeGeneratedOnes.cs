namespace Names;

public sealed record Props(int Value);
public sealed record Messages(int Value);
public sealed record Ref(int Value);
public sealed record Recipe(int Value);
public sealed record Envelope(int Value);

[Actor]
public sealed partial class Holder
{
    private int _sum;

    [Handles] int On(Names.Props message) => _sum += message.Value;

    [Handles] int On(Names.Messages message) => _sum += message.Value;

    [Handles] int On(Ref message) => _sum += message.Value;

    [Handles] int On(Names.Recipe message) => _sum += message.Value;

    [Handles] int On(Envelope message) => _sum += message.Value;

    [Handles] int Cell(int cell, int message, int system, int _cell) => _sum += cell + message + system + _cell;

    [Handles] int Holder2(string @this, string envelope, string cancellationToken, string timeout) => _sum += (@this + envelope + cancellationToken + timeout).Length;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        HolderRef holder = system.Spawn(Holder.Props());
        return await holder.AskAsync(new Props(1)) + await holder.AskAsync(new Messages(1)) + await holder.AskAsync(new Ref(1))
            + await holder.AskAsync(new Recipe(1)) + await holder.AskAsync(new Envelope(2)) + await holder.CellAsync(1, 2, 3, 4)
            + await holder.Holder2Async("a", "b", "c", "d");
    }
}
