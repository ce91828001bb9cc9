namespace Coerce;

/// <summary>Marks a class nested in an actor that handles messages for as long as the actor behaves so.</summary>
/// <remarks>
/// <para>It is <c>sealed</c> and <c>partial</c>, has <see cref="HandlesAttribute"/> methods of its own and is made by the
/// code that passes it to the generated <c>Become</c> of the actor. The actor's own handlers hold in every behaviour.</para>
/// <para>A message that any behaviour handles has to be handled, or named in <see cref="StashesAttribute"/>, in each of
/// them.</para>
/// </remarks>
/// <example>
/// <code>
/// [Actor]
/// public sealed partial class Door
/// {
///     [Behavior(Initial = true)]
///     private sealed partial class Closed(Door door)
///     {
///         [Handles] void Open() => door.Become(new Opened(door));
///     }
///
///     [Behavior]
///     private sealed partial class Opened(Door door)
///     {
///         [Handles] void Open() { }
///     }
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BehaviorAttribute : Attribute
{
    /// <summary>True for the one behaviour that an actor begins with, also after a restart. False.</summary>
    /// <remarks>Its constructor may take the actor, its <see cref="ActorContext{TRef}"/> and services.</remarks>
    public bool Initial { get; set; }
}

/// <summary>Names the messages that a behaviour puts aside until the actor behaves otherwise.</summary>
/// <remarks>They are handled, in the order in which they came, ahead of all that waits in the mailbox. How many there may be
/// says <see cref="ActorAttribute.StashCapacity"/>.</remarks>
/// <param name="messages">The messages; of a handler that is written as a method, its type in <c>Messages</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StashesAttribute(params Type[] messages) : Attribute
{
    /// <summary>The messages.</summary>
    public IReadOnlyList<Type> Messages { get; } = messages;
}
