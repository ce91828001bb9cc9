namespace Variance;

public interface IEvent
{
    DateTimeOffset At { get; }
}

public sealed record UserCreated(DateTimeOffset At, string Name) : IEvent;
public sealed record UserDeleted(DateTimeOffset At, int Id) : IEvent;

[Actor]
public sealed partial class Log
{
    private int _events;

    [Handles] int On(IEvent message) => _events += message.At.Year;
}

public sealed class Bus(IReadOnlyList<IReceive<UserCreated>> created, IReadOnlyList<IReceive<IEvent>> all)
{
    public void Publish(UserCreated created1)
    {
        foreach (IReceive<UserCreated> receiver in created.Concat(all)) receiver.Tell(created1);
    }

    public async Task PublishAsync(UserDeleted deleted)
    {
        foreach (IReceive<UserDeleted> receiver in all) await receiver.TellAsync(deleted);
    }
}

public static class Use
{
    public static async Task<int> RunAsync(LogRef log)
    {
        var bus = new Bus([log], [log]);
        bus.Publish(new UserCreated(DateTimeOffset.UnixEpoch, "anna"));
        await bus.PublishAsync(new UserDeleted(DateTimeOffset.UnixEpoch, 1));
        IAsk<UserDeleted, int> asked = log;
        return await log.AskAsync(new UserCreated(DateTimeOffset.UnixEpoch, "bob")) + await asked.AskAsync(new UserDeleted(DateTimeOffset.UnixEpoch, 2));
    }
}
