namespace Access;

public class Outer
{
    protected Outer()
    {
    }
}

public partial class Holder : Outer
{
    protected sealed record OnlyBelow(int Value);

    [Actor]
    protected partial class Below
    {
        private int _sum;

        [Handles] int On(OnlyBelow message) => _sum += message.Value;
    }

    [Actor]
    protected internal sealed partial class Either
    {
        private int _sum;

        [Handles] internal int Add(int by) => _sum += by;
    }

    [Actor]
    private protected partial class Both
    {
        private int _sum;

        [Handles] protected internal int Add(int by) => _sum += by;
    }
}

public sealed class Deeper : Holder
{
    public static async Task<int> RunAsync(ActorSystem system)
        => await system.Spawn(Below.Props()).AskAsync(new OnlyBelow(1)) + await system.Spawn(Either.Props()).AddAsync(2) + await system.Spawn(Both.Props()).AddAsync(3);
}

[Actor]
public partial class Open
{
    protected internal Open(int start) => _sum = start;

    private int _sum;

    [Handles] protected virtual int Add(int by) => _sum += by;
}

public class Wider(int start) : Open(start)
{
    protected override int Add(int by) => base.Add(2 * by);
}
