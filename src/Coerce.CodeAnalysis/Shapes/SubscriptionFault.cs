namespace Coerce.CodeAnalysis;

/// <summary>Why a <c>[Subscribes]</c> subscribes nobody, or could not.</summary>
internal enum SubscriptionFault
{
    None,

    /// <summary>The method has no <c>[Handles]</c>.</summary>
    NotAHandler,

    /// <summary>The handler's message is generated from its parameters, so that nobody can publish it.</summary>
    NoEvent,

    /// <summary>The reply is a stream, which begins when somebody reads it.</summary>
    Stream,

    /// <summary>The name is empty.</summary>
    NoName,

    /// <summary>The name is one of the system's own, and there is no such topic.</summary>
    NoSuchTopic,

    /// <summary>The topic is one of the system's own and carries something else.</summary>
    OtherEvent,
}
