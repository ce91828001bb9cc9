namespace Coerce.CodeAnalysis;

/// <summary>What a parameter of a handler, a constructor or a lifecycle method stands for.</summary>
internal enum ParameterRole
{
    /// <summary>Part of the message of a handler; part of the recipe of a constructor.</summary>
    Message,
    Context,
    CancellationToken,
    Service,

    /// <summary>What travels with the message; of handlers only.</summary>
    Scope,

    /// <summary>Why the actor is restarted; of <c>[OnRestart]</c> only.</summary>
    Failure,
}
