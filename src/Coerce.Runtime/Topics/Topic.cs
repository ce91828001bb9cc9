namespace Coerce;

/// <summary>A topic, whatever is published there. See <see cref="Topic{TEvent}"/>.</summary>
public abstract class Topic
{
    private protected Topic(string name) => Name = name;

    /// <summary>The name, of which there is one topic in a system.</summary>
    public string Name { get; }

    /// <summary>What is published.</summary>
    public abstract Type EventType { get; }

    /// <summary>How many actors are subscribed at this moment.</summary>
    public abstract int SubscriberCount { get; }

    /// <summary>The name and what is published, as in <c>orders (OrderPlaced)</c>.</summary>
    public override string ToString() => $"{Name} ({EventType.Name})";
}
