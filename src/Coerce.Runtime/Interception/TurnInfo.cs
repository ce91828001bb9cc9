using Coerce.Dispatch;

namespace Coerce;

/// <summary>What a <see cref="TurnInterceptor"/> knows of the turn.</summary>
public readonly struct TurnInfo
{
    private readonly int _tag;

    internal TurnInfo(ActorCell cell, int tag, RequestScope scope, Envelope? envelope)
    {
        Cell = cell;
        _tag = tag;
        Scope = scope;
        Envelope = envelope;
    }

    /// <summary>The actor's class and its handlers.</summary>
    public ActorDescriptor Actor => Cell.Descriptor;

    /// <summary>The handler.</summary>
    public HandlerDescriptor Handler => Cell.Descriptor.Handlers[_tag];

    /// <summary>The path of the actor.</summary>
    public string Path => Cell.Path;

    /// <summary>The system the actor lives in.</summary>
    public ActorSystem System => Cell.System;

    /// <summary>The system's clock: wait by it, and tests can set the time.</summary>
    public TimeProvider Clock => Cell.System.Options.Clock;

    /// <summary>What was sent with the message.</summary>
    public RequestScope Scope { get; }

    /// <summary>True when somebody waits for the reply.</summary>
    public bool IsAsk => Envelope is null || Envelope.Ask is not null;

    /// <summary>Cancelled when the actor has to stop before the turn has ended.</summary>
    public CancellationToken StopToken => Cell.TurnToken;

    internal ActorCell Cell { get; }

    /// <summary>The message on its way; null for a turn in the caller's thread.</summary>
    internal Envelope? Envelope { get; }

    internal TurnInfo With(RequestScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new TurnInfo(Cell, _tag, scope, Envelope);
    }
}
