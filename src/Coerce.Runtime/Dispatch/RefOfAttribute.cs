using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>On a generated ref: the actor it refers to.</summary>
/// <param name="actor">The actor's class.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RefOfAttribute(Type actor) : Attribute
{
    /// <summary>The actor's class.</summary>
    public Type Actor { get; } = actor;
}
