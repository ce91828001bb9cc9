namespace Coerce;

/// <summary>Makes a <c>partial</c> class an actor: the generator writes its ref, its recipe and its dispatcher.</summary>
/// <example>
/// <code>
/// [Actor]
/// public sealed partial class Counter
/// {
///     private int _count;
///
///     [Handles] int On(Add message) => _count += message.Amount;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActorAttribute : Attribute
{
    /// <summary>The actor's wire name is the full name of its class.</summary>
    public ActorAttribute()
    {
    }

    /// <summary>Fixes the actor's wire name, so that the class can be renamed or moved.</summary>
    /// <param name="name">A name that no other actor of the program has, such as <c>"bank.account"</c>.</param>
    public ActorAttribute(string name) => Name = name;

    /// <summary>The wire name, or null for the full name of the class.</summary>
    public string? Name { get; }
}
