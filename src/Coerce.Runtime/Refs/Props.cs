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

    internal Supervision? Supervision { get; private protected set; }

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

    /// <summary>The same recipe with another answer to failures than the actor's class gives.</summary>
    /// <param name="supervision">What becomes of the actor when a handler throws.</param>
    /// <returns>A copy.</returns>
    public Props<TRef> WithSupervision(Supervision supervision)
    {
        ArgumentNullException.ThrowIfNull(supervision);
        var copy = (Props<TRef>)MemberwiseClone();
        copy.Supervision = supervision;
        return copy;
    }

    internal abstract TRef NewRef(ActorCell cell);

    internal sealed override ActorRef NewUntypedRef(ActorCell cell) => NewRef(cell);
}
