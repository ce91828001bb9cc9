using System.Collections.Immutable;
using System.Diagnostics;

namespace Coerce;

/// <summary>A behaviour of an actor: written by the generator, read by tools.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class BehaviorDescriptor
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The name of its class.</param>
    /// <param name="behaviorType">Its class.</param>
    /// <param name="stashes">The tags of the messages that it stashes.</param>
    public BehaviorDescriptor(string name, Type behaviorType, params int[] stashes)
    {
        Name = name;
        BehaviorType = behaviorType;
        Stashes = [.. stashes];
    }

    /// <summary>The name of its class, for people.</summary>
    public string Name { get; }

    /// <summary>Its class.</summary>
    public Type BehaviorType { get; }

    /// <summary>The messages that it puts aside, as indexes of <see cref="ActorDescriptor.Handlers"/>.</summary>
    public ImmutableArray<int> Stashes { get; }
}
