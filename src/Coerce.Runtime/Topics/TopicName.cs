namespace Coerce;

/// <summary>The name of a topic together with what is published there, so that both are written down once.</summary>
/// <remarks>Keep one in a static field: <c>static readonly TopicName&lt;OrderPlaced&gt; Orders = new("orders")</c>.</remarks>
/// <typeparam name="TEvent">What is published.</typeparam>
/// <param name="Name">The name.</param>
public readonly record struct TopicName<TEvent>(string Name)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
