namespace Coerce;

/// <summary>What becomes of an actor whose handler threw.</summary>
public enum FailureAction
{
    /// <summary>It goes on with the state it has and the next message.</summary>
    Resume,

    /// <summary>It is made anew from its recipe. Its ref, id and waiting messages stay; its children stop.</summary>
    Restart,

    /// <summary>It stops. Messages that wait go to the dead letters.</summary>
    Stop,

    /// <summary>It stops, and its parent has failed: the parent's supervision decides on the parent.</summary>
    Escalate,
}
