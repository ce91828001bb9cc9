using System.Diagnostics;
using Coerce.Cells;
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

    /// <summary>What the recipe says otherwise than the actor's class; null for nothing, as nearly always.</summary>
    private protected PropsOverrides? Overrides { get; set; }

    internal Supervision? Supervision => Overrides?.Supervision;

    /// <summary>The room in the mailbox, 0 for any number; null for what the actor's class says.</summary>
    internal (int Capacity, MailboxPolicy WhenFull)? Mailbox => Overrides?.Mailbox;

    internal abstract ActorCell NewCell(ActorSystem system, ActorCell? parent, string? id);

    /// <summary>The cell of a pool of such actors.</summary>
    internal abstract ActorCell NewPoolCell(ActorSystem system, ActorCell? parent, string? id, PoolRouter router);

    /// <summary>The cell of an entity.</summary>
    internal abstract ActorCell NewEntityCell(EntityLife life);

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
        return With((Overrides ?? new PropsOverrides()) with { Supervision = supervision });
    }

    /// <summary>The same recipe with another mailbox than the actor's class gives.</summary>
    /// <param name="capacity">How many messages may wait; 0 for any number.</param>
    /// <param name="whenFull">What happens to a message for which there is no room.</param>
    /// <returns>A copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative, or
    /// <paramref name="whenFull"/> is none of the policies.</exception>
    public Props<TRef> WithMailbox(int capacity, MailboxPolicy whenFull = MailboxPolicy.Wait)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (!Enum.IsDefined(whenFull)) throw new ArgumentOutOfRangeException(nameof(whenFull), whenFull, "There is no such policy.");
        return With((Overrides ?? new PropsOverrides()) with { Mailbox = (capacity, whenFull) });
    }

    internal abstract TRef NewRef(ActorCell cell);

    internal sealed override ActorRef NewUntypedRef(ActorCell cell) => NewRef(cell);

    private Props<TRef> With(PropsOverrides overrides)
    {
        var copy = (Props<TRef>)MemberwiseClone();
        copy.Overrides = overrides;
        return copy;
    }
}
