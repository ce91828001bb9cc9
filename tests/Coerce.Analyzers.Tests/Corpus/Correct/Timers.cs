namespace Ticking;

public readonly record struct Tick(int Number);
public sealed record Expired(string Key);

[Actor]
public sealed partial class Lease(ActorContext<LeaseRef> context, TimeSpan time)
{
    private ActorTimer? _timer;
    private int _ticks;

    [OnStart]
    void Started()
    {
        _timer = context.Self.Schedule(new Expired(context.Id), time);
        context.Self.Schedule(new Tick(1), TimeSpan.Zero, period: TimeSpan.FromMilliseconds(100));
    }

    [Handles] void On(Tick message) => _ticks += message.Number;

    [Handles] void On(Expired message) => context.Stop();

    [Handles]
    int Renew()
    {
        _timer?.Dispose();
        _timer = context.Self.Schedule(new Expired(context.Id), time);
        return _ticks;
    }

    [Handles] DateTimeOffset Now() => context.Clock.GetUtcNow();
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        LeaseRef lease = system.Spawn(Lease.Props(TimeSpan.FromSeconds(1)), "lease");
        using (lease.Schedule(new Lease.Messages.Renew(), TimeSpan.FromMilliseconds(500)))
        {
            return await lease.RenewAsync();
        }
    }
}
