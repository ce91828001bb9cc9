namespace Coerce;

/// <summary>Where an actor is in its life.</summary>
public enum ActorStatus : byte
{
    /// <summary>Its constructor or its <c>[OnStart]</c> runs. Messages wait.</summary>
    Starting,

    /// <summary>It handles messages.</summary>
    Started,

    /// <summary>It has failed and is being made anew. Messages wait.</summary>
    Restarting,

    /// <summary>It takes no more messages; its children, then its <c>[OnStop]</c>, end. The messages for an entity that is being
    /// passivated wait.</summary>
    Stopping,

    /// <summary>It is gone. Its id is free.</summary>
    Stopped,

    /// <summary>An entity that is not in memory: the next message activates it.</summary>
    Dormant,
}
