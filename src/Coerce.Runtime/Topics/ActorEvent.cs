namespace Coerce;

/// <summary>Something that became of an actor: what is published on the <see cref="SystemTopics"/> about actors.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="ActorType">The wire name of its type.</param>
/// <param name="Path">Its path.</param>
/// <param name="Time">When, by the system's clock.</param>
public abstract record ActorEvent(ActorRef Actor, string ActorType, string Path, DateTimeOffset Time);

/// <summary>An actor has started. See <see cref="SystemTopics.ActorStarted"/>.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="ActorType">The wire name of its type.</param>
/// <param name="Path">Its path.</param>
/// <param name="Time">When, by the system's clock.</param>
public sealed record ActorStarted(ActorRef Actor, string ActorType, string Path, DateTimeOffset Time)
    : ActorEvent(Actor, ActorType, Path, Time);

/// <summary>An actor has stopped. See <see cref="SystemTopics.ActorStopped"/>.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="ActorType">The wire name of its type.</param>
/// <param name="Path">Its path.</param>
/// <param name="Time">When, by the system's clock.</param>
/// <param name="Failure">Why, when it failed; null when it was stopped.</param>
public sealed record ActorStopped(ActorRef Actor, string ActorType, string Path, DateTimeOffset Time, Exception? Failure)
    : ActorEvent(Actor, ActorType, Path, Time);

/// <summary>An actor has failed. See <see cref="SystemTopics.ActorFailed"/>.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="ActorType">The wire name of its type.</param>
/// <param name="Path">Its path.</param>
/// <param name="Time">When, by the system's clock.</param>
/// <param name="Handler">Where, such as <c>On(Deposit)</c> or <c>[OnStart]</c>; null when it is the failure of a child, handed up.</param>
/// <param name="Failure">What was thrown.</param>
public sealed record ActorFailed(ActorRef Actor, string ActorType, string Path, DateTimeOffset Time, string? Handler, Exception Failure)
    : ActorEvent(Actor, ActorType, Path, Time);
