namespace Coerce;

/// <summary>An actor that this one watches has stopped. Handled by <c>[Handles] void On(Terminated message)</c>.</summary>
/// <remarks>It goes ahead of the messages that wait.</remarks>
/// <param name="Actor">The actor that has stopped.</param>
/// <param name="Failure">Why it stopped, when it failed; null when it was stopped.</param>
public sealed record Terminated(ActorRef Actor, Exception? Failure);
