namespace Coerce.CodeAnalysis;

/// <summary>Why a class cannot be a behaviour.</summary>
internal enum BehaviorFault
{
    None,

    /// <summary>It is not directly inside an actor.</summary>
    NotInActor,
    Static,
    Abstract,
    Record,
    Generic,

    /// <summary>It lacks <c>sealed</c>, <c>partial</c> or both.</summary>
    NotSealedPartial,
}

/// <summary>Why a type in <c>[Stashes]</c> does nothing, or could not.</summary>
internal enum StashFault
{
    None,

    /// <summary>The behaviour handles it.</summary>
    Handled,

    /// <summary>The actor handles it, in every behaviour.</summary>
    HandledByActor,

    /// <summary>It goes ahead of all messages.</summary>
    Signal,

    /// <summary>No behaviour handles it.</summary>
    NotHandled,
    Twice,
}

/// <summary>In what two handlers of one message differ.</summary>
internal enum HandlerDifference
{
    None,
    Reply,
    Parameters,
}
