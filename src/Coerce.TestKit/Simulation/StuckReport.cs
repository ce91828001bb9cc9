using System.Text;
using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Who waits for what in a simulation that cannot go on.</summary>
internal static class StuckReport
{
    public static string Of(ActorSystem system, SimulatedDeadlines asks, VirtualTime time)
    {
        OpenAsk[] open = asks.Open;
        var text = new StringBuilder();
        foreach (ActorCell cell in All(system.Top()))
        {
            if (State(cell) is not { } state) continue;
            string[] waits = Waits(open, cell);
            text.Append($"  {cell} {state} and waits for ")
                .Append(waits.Length > 0 ? string.Join(", ", waits) : "something that is no ask: a task, a timer, its children")
                .Append(cell.QueueLength > 0 ? $"; {cell.QueueLength} waiting\n" : "\n");
        }

        string actors = text.Length > 0 ? $"Actors that hold their turn:\n{text}" : "No actor holds its turn.\n";
        string[] stashes = [.. All(system.ChildrenOf(null).Snapshot()).Where(static cell => cell.StashLength > 0).Select(
            static cell => $"  {cell} behaves as {cell.BehaviorName} and has {cell.StashLength} stashed\n")];
        if (stashes.Length > 0) actors += $"Actors that put messages aside:\n{string.Concat(stashes)}";
        string[] test = Waits(open, null);
        string tests = test.Length > 0 ? $"The test waits for {string.Join(", ", test)}.\n" : "";
        string timer = time.NextTimer is { } next
            ? $"The next timer is due in {next - time.GetUtcNow()}: advance the time, or set {nameof(SimulationOptions)}.{nameof(SimulationOptions.AutoAdvance)}.\n"
            : "";
        return actors + tests + timer;
    }

    private static string? State(ActorCell cell) =>
        cell.Status is ActorStatus.Stopping ? "stops"
        : cell.Status is ActorStatus.Restarting ? "restarts"
        : cell.CurrentHandler is { } handler ? $"is in {handler}"
        : null;

    private static string[] Waits(OpenAsk[] open, ActorCell? asker) =>
    [
        .. open.Where(ask => ask.Asker == asker)
            .GroupBy(static ask => $"{ask.Ask.Target} to reply to {ask.Ask.Target.MessageName(ask.Ask.Tag)}")
            .Select(static asks => asks.Count() == 1 ? asks.Key : $"{asks.Key} ({asks.Count()} times)"),
    ];

    private static IEnumerable<ActorCell> All(ActorCell[] cells) =>
        cells.Reverse().SelectMany(static cell => All(cell.ExtrasOrNull?.ChildrenOrNull?.Snapshot() ?? []).Prepend(cell));
}
