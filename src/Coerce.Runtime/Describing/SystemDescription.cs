using System.Diagnostics;
using Coerce.Diagnostics;

namespace Coerce;

/// <summary>The actors of a system at one moment, for people and tools. From <see cref="ActorSystem.Describe"/>.</summary>
/// <remarks>Immutable; it can be serialised, and keeps no actor alive. <see cref="ToString"/> gives a tree to read. Actors go on while it
/// is made, so what it says of two of them need not be of the very same instant.</remarks>
[DebuggerDisplay("{Name,nq}: {ActorCount} actors")]
public sealed record SystemDescription
{
    /// <summary>The system's name.</summary>
    public required string Name { get; init; }

    /// <summary>When, by the system's clock.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>How many actors are described, all generations together.</summary>
    public int ActorCount { get; init; }

    /// <summary>True when there are more, which the limits of <see cref="DescribeOptions"/> left out.</summary>
    public bool IsCut { get; init; }

    /// <summary>The actors at the top.</summary>
    public IReadOnlyList<ActorDescription> Actors { get; init; } = [];

    /// <summary>True when there are actors at the top beyond these.</summary>
    public bool HasMoreActors { get; init; }

    /// <summary>The topics, in the order of their names.</summary>
    public IReadOnlyList<TopicDescription> Topics { get; init; } = [];

    /// <summary>A tree to read: a line for each actor.</summary>
    public override string ToString() => DescriptionText.Of(this);
}

/// <summary>One topic in a <see cref="SystemDescription"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="EventType">What is published there: the name of the type.</param>
/// <param name="SubscriberCount">How many actors are subscribed.</param>
public sealed record TopicDescription(string Name, string EventType, int SubscriberCount);
