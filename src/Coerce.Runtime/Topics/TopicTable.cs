using System.Collections.Concurrent;

namespace Coerce.Cells;

/// <summary>The topics of a system by name. They stay as long as it does.</summary>
internal sealed class TopicTable(ActorSystem system)
{
    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    /// <summary>The topics there are, by name.</summary>
    public Topic[] All
    {
        get
        {
            Topic[] all = [.. _topics.Values];
            Array.Sort(all, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return all;
        }
    }

    public Topic<TEvent> Get<TEvent>(string name)
    {
        if (!_topics.TryGetValue(name, out Topic? topic)) topic = Make<TEvent>(name);
        return topic as Topic<TEvent> ?? throw new InvalidOperationException(
            $"The topic '{name}' of the actor system '{system.Name}' carries {topic.EventType}, and {typeof(TEvent)} was wanted: " +
            "a name stands for one type of event, so use that type, or another name.");
    }

    private Topic Make<TEvent>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name[0] != SystemTopics.Mark) return _topics.GetOrAdd(name, static (name, system) => new Topic<TEvent>(system, name), system);

        system.WatchLifecycles(this);
        return _topics.TryGetValue(name, out Topic? known) ? known : throw new ArgumentException(
            $"There is no topic '{name}': names that start with '{SystemTopics.Mark}' are those of {nameof(SystemTopics)}.", nameof(name));
    }

    /// <summary>Adds a topic of the system's own; the one that is there already wins.</summary>
    public Topic<TEvent> AddOwn<TEvent>(TopicName<TEvent> name) =>
        (Topic<TEvent>)_topics.GetOrAdd(name.Name, static (name, system) => new Topic<TEvent>(system, name), system);
}
