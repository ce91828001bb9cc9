using System.ComponentModel;
using System.Diagnostics;
using Coerce.Cells;

namespace Coerce.Dispatch;

/// <summary>How an actor behaves at the moment. For generated code; one for each object of an actor that has behaviours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{Descriptor?.Name,nq}")]
public sealed class ActorBehavior
{
    private ActorCell? _cell;

    /// <summary>The object of the behaviour; null before the first.</summary>
    public object? Current { get; private set; }

    internal BehaviorDescriptor? Descriptor { get; private set; }

    /// <summary>Changes the behaviour, and lets in what it stashed.</summary>
    /// <param name="next">The new behaviour.</param>
    /// <param name="descriptor">Its descriptor.</param>
    /// <exception cref="InvalidOperationException">The actor is in no turn.</exception>
    public void Become(object next, BehaviorDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(next);

        // In the constructor there is no cell yet; when it has ended, what an earlier object has stashed is let in.
        _cell?.CheckMayBecome(descriptor);
        Current = next;
        Descriptor = descriptor;
        _cell?.OpenStash();
    }

    /// <summary>After the actor's constructor: from now on the cell knows its behaviour.</summary>
    /// <exception cref="InvalidOperationException">There is none, which the build has reported.</exception>
    public void Attach(ActorCell cell)
    {
        if (Current is null) throw new InvalidOperationException(
            $"{cell} has no behaviour to begin with: the build reported what is wrong with its class. Mend that and build again.");

        _cell = cell;
        cell.Extras.Behavior = this;
    }
}
