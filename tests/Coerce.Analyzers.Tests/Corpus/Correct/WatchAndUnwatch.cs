namespace Watching;

[Actor]
public sealed partial class Guard(ActorContext<GuardRef> context)
{
    private readonly HashSet<ActorRef> _watched = [];

    [Handles]
    void Add(ActorRef target)
    {
        if (_watched.Add(target)) context.Watch(target);
    }

    [Handles]
    bool Remove(ActorRef target)
    {
        context.Unwatch(target);
        return _watched.Remove(target);
    }

    [Handles]
    void On(Terminated message)
    {
        _watched.Remove(message.Actor);
        if (_watched.Count == 0) context.Stop();
    }

    [Handles] int Count() => _watched.Count;
}

[Actor]
public sealed partial class Prisoner
{
    private int _days;

    [Handles] int Wait(int days) => _days += days;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        GuardRef guard = system.Spawn(Guard.Props(), "guard");
        PrisonerRef prisoner = system.Spawn(Prisoner.Props());
        await guard.AddAsync(prisoner);
        await prisoner.WaitAsync(3);
        await prisoner.StopAsync();
        return await guard.CountAsync();
    }
}
