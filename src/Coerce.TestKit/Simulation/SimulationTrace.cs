using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>The last steps of a simulation; put into words only when somebody wants to read them.</summary>
internal sealed class SimulationTrace(int length)
{
    private readonly Entry[] _entries = new Entry[length];
    private int _count;

    public void Add(StepKind kind, ActorCell? actor, ActorStatus before, int tag, bool awaits) =>
        _entries[_count++ % _entries.Length] = new Entry(kind, actor, before, tag, awaits);

    /// <summary>The last steps with their numbers, oldest first; a line for several that read the same.</summary>
    public string[] Lines()
    {
        List<string> lines = [];
        for (int index = Math.Max(0, _count - _entries.Length); index < _count;)
        {
            string words = Words(_entries[index % _entries.Length]);
            int first = index++;
            while (index < _count && Words(_entries[index % _entries.Length]) == words) index++;
            lines.Add($"{first + 1,6}  {words}{(index - first > 1 ? $" ({index - first} steps)" : "")}");
        }

        return [.. lines];
    }

    private static string Words(in Entry entry)
    {
        if (entry.Actor is not { } actor) return entry.Kind == StepKind.Timer ? "the test's timer" : "the test";
        string what = (entry.Kind, entry.Before) switch
        {
            (StepKind.Timer, _) => "a timer",
            (StepKind.Supervision, _) => "supervision",
            (StepKind.Work, _) => "beside its turns",
            (StepKind.Passivation, _) => "passivation",
            (_, ActorStatus.Dormant) => "activation",
            (_, ActorStatus.Starting) => "[OnStart]",
            (_, ActorStatus.Stopping or ActorStatus.Stopped) => "stopping",
            (_, ActorStatus.Restarting) => "restarting",
            _ when !UseMarks.IsNoTag(entry.Tag) => actor.HandlerName(entry.Tag),
            _ => "a signal",
        };
        string how = entry.Kind == StepKind.Continuation ? ", goes on" : entry.Awaits ? ", awaits" : "";
        return $"{actor} {what}{how}";
    }

    private readonly record struct Entry(StepKind Kind, ActorCell? Actor, ActorStatus Before, int Tag, bool Awaits);
}
