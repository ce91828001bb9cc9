using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>The recipe for an actor: its class and the arguments of its constructor. Made by the generated
/// <c>Props(...)</c> of the class.</summary>
/// <remarks>Immutable and thread-safe; one recipe can make any number of actors.</remarks>
[DebuggerDisplay("Props of {Descriptor.Name,nq}")]
public abstract class Props
{
    private protected Props()
    {
    }

    /// <summary>The actor that the recipe makes.</summary>
    public abstract ActorDescriptor Descriptor { get; }

    internal abstract ActorCell NewCell(ActorSystem system, ActorCell? parent, string? id);

    internal abstract void CreateActor(ActorCell cell);

    internal abstract ActorContext NewContext(ActorCell cell);

    internal abstract ActorRef NewUntypedRef(ActorCell cell);
}

/// <summary>The recipe for an actor whose ref is a <typeparamref name="TRef"/>.</summary>
/// <typeparam name="TRef">The generated ref, such as <c>AccountRef</c>.</typeparam>
public abstract class Props<TRef> : Props
    where TRef : ActorRef
{
    private protected Props()
    {
    }

    internal abstract TRef NewRef(ActorCell cell);

    internal sealed override ActorRef NewUntypedRef(ActorCell cell) => NewRef(cell);
}
