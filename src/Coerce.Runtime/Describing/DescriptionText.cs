using System.Globalization;
using System.Text;

namespace Coerce.Diagnostics;

/// <summary>A description as a tree to read.</summary>
internal static class DescriptionText
{
    public static string Of(SystemDescription system)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{system.Name}: {Count(system.ActorCount, "actor")}");
        if (system.IsCut) text.Append(", and more that are left out");
        text.Append('\n');
        WriteActors(text, system);
        if (system.Topics.Count == 0) return text.ToString();

        text.Append("topics\n");
        for (int i = 0; i < system.Topics.Count; i++)
        {
            TopicDescription topic = system.Topics[i];
            text.Append(i == system.Topics.Count - 1 ? "└─ " : "├─ ");
            text.Append(CultureInfo.InvariantCulture, $"{topic.Name} ({topic.EventType}): {Count(topic.SubscriberCount, "subscriber")}\n");
        }

        return text.ToString();
    }

    // Not by recursion: a tree may be as deep as a program likes.
    private static void WriteActors(StringBuilder text, SystemDescription system)
    {
        var open = new Stack<(IReadOnlyList<ActorDescription> Actors, bool HasMore, int Next, string Indent)>();
        open.Push((system.Actors, system.HasMoreActors, 0, ""));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Actors.Count)
            {
                if (level.HasMore) text.Append(level.Indent).Append("└─ ...\n");
                continue;
            }

            ActorDescription actor = level.Actors[level.Next];
            bool isLast = !level.HasMore && level.Next == level.Actors.Count - 1;
            text.Append(level.Indent).Append(isLast ? "└─ " : "├─ ");
            Write(text, actor, system.Time);
            open.Push(level with { Next = level.Next + 1 });
            open.Push((actor.Children, actor.HasMoreChildren, 0, level.Indent + (isLast ? "   " : "│  ")));
        }
    }

    private static void Write(StringBuilder text, ActorDescription actor, DateTimeOffset now)
    {
        text.Append(actor.Kind switch { ActorKind.Pool => "pool of ", ActorKind.Entity => "entity ", _ => "" });
        text.Append(CultureInfo.InvariantCulture, $"{actor.ClassName} '{actor.Path}' ");
        text.Append(actor.Status switch
        {
            ActorStatus.Starting => "starts",
            ActorStatus.Restarting => "restarts",
            ActorStatus.Stopping => "stops",
            ActorStatus.Stopped => "has stopped",
            _ => actor.CurrentHandler is { } handler ? $"in {handler}" : "idle",
        });

        if (actor.Since is { } since) text.Append(" for ").Append(Time(now - since));
        if (actor.WhenFull is { } policy)
            text.Append(CultureInfo.InvariantCulture, $", {actor.QueueLength} of {actor.MailboxCapacity} waiting ({policy})");
        else if (actor.QueueLength > 0)
            text.Append(CultureInfo.InvariantCulture, $", {actor.QueueLength} waiting");
        if (actor.Restarts > 0) text.Append(", ").Append(Count(actor.Restarts, "restart"));
        if (actor.Failure is { } failure) text.Append(", failed with ").Append(failure.ReplaceLineEndings(" "));
        text.Append('\n');
    }

    private static string Time(TimeSpan time) =>
        time.TotalMinutes < 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : time.ToString(time.TotalDays < 1 ? @"h\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
