namespace Coerce;

/// <summary>Subscribes an actor to a topic: what is published there goes to the handler that this is on.</summary>
/// <remarks>
/// <para>The subscription begins before <c>[OnStart]</c>, so that nothing is missed that is published after the actor was spawned, and
/// ends with the actor. Restarts do not interrupt it. It keeps the actor alive, like a ref that somebody holds.</para>
/// <para>The handler is one that takes its message as a parameter, <c>[Handles, Subscribes("orders")] void On(OrderPlaced message)</c>;
/// the type of the message is the topic's. A handler may have several of these.</para>
/// </remarks>
/// <param name="topic">The name of the topic, as given to <see cref="ActorSystem.Topic{TEvent}(string)"/>; for those of the system
/// itself see <see cref="SystemTopics.Names"/>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SubscribesAttribute(string topic) : Attribute
{
    /// <summary>The name of the topic.</summary>
    public string Topic { get; } = topic;
}
