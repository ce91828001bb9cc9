namespace Sending;

public sealed record Job(int Number);
public sealed record Done(int Number);

[Actor]
public sealed partial class Runner
{
    private int _jobs;

    [Handles] Done On(Job message) => new(_jobs += message.Number);
}

public static class Sender
{
    public static void SendAll<TRef, TMessage>(IEnumerable<TRef> targets, TMessage message)
        where TRef : ActorRef, IReceive<TMessage>
    {
        foreach (TRef target in targets.Where(target => target.Status != ActorStatus.Stopped)) target.Tell(message);
    }

    public static async Task<IReadOnlyList<TReply>> AskAllAsync<TMessage, TReply>(IEnumerable<IAsk<TMessage, TReply>> targets, TMessage message)
    {
        List<TReply> replies = [];
        foreach (IAsk<TMessage, TReply> target in targets) replies.Add(await target.AskAsync(message));
        return replies;
    }

    public static TRef SpawnNamed<TRef>(this ActorSystem system, Props<TRef> props, int number)
        where TRef : ActorRef
        => system.Spawn(props, $"{props.Descriptor.Name}-{number}");

    public static async Task<int> RunAsync(ActorSystem system)
    {
        RunnerRef[] runners = [system.SpawnNamed(Runner.Props(), 1), system.SpawnNamed(Runner.Props(), 2)];
        SendAll(runners, new Job(1));
        IReadOnlyList<Done> done = await AskAllAsync<Job, Done>(runners, new Job(2));
        return done.Sum(one => one.Number);
    }
}
