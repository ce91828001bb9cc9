namespace Coerce.Savina.ConcurrentDictionary;

/// <summary>Has the workers work, and adds up what they did.</summary>
[Actor]
public sealed partial class Master(Workload load, SharedDictionaryRef dictionary, ActorContext<MasterRef> context)
{
    private readonly Deferred<WorkReport> _report = new();
    private readonly HashSet<int> _done = [];
    private readonly HashSet<int> _keys = [];
    private int _reads;
    private int _writes;

    [Handles]
    Deferred<WorkReport> Begin()
    {
        for (int number = 0; number < load.Workers; number++)
        {
            WorkerRef worker = context.Spawn(Worker.Props(number, load, dictionary, context.Self), $"worker-{number}");
            worker.Tell(new Worker.Messages.Work());
        }

        return _report;
    }

    [Handles]
    void On(WorkDone message)
    {
        if (!_done.Add(message.Worker)) throw new InvariantException($"Worker {message.Worker} is done twice.");
        _reads += message.Reads;
        _writes += message.WrittenKeys.Length;
        _keys.UnionWith(message.WrittenKeys);
        if (_done.Count == load.Workers) _report.Reply(new WorkReport(_reads, _writes, _keys.Count));
    }
}
