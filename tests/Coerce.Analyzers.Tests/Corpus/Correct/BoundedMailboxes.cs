namespace Bounded;

public sealed record Frame(int Number, ReadOnlyMemory<byte> Data);

[Actor(MailboxCapacity = 100)]
public sealed partial class Waits
{
    private int _bytes;

    [Handles] async Task On(Frame message)
    {
        await Task.Yield();
        _bytes += message.Data.Length;
    }
}

[Actor(MailboxCapacity = 10, WhenFull = MailboxPolicy.DropNewest)]
public sealed partial class Drops
{
    private int _bytes;

    [Handles] void On(Frame message) => _bytes += message.Data.Length;
}

[Actor(MailboxCapacity = 1, WhenFull = MailboxPolicy.Fail, OnFailure = FailureAction.Stop)]
public sealed partial class Fails
{
    private int _bytes;

    [Handles] int On(Frame message) => _bytes += message.Data.Length;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        WaitsRef waits = system.Spawn(Waits.Props());
        DropsRef drops = system.Spawn(Drops.Props().WithMailbox(5, MailboxPolicy.DropOldest));
        FailsRef fails = system.Spawn(Fails.Props().WithMailbox(2));
        var frame = new Frame(1, new byte[] { 1, 2, 3 });
        await waits.TellAsync(frame, cancellationToken);
        int refused = drops.TryTell(frame) ? 0 : 1;
        try
        {
            return await fails.AskAsync(frame, cancellationToken);
        }
        catch (MailboxFullException full)
        {
            return full.Capacity + refused;
        }
    }
}
