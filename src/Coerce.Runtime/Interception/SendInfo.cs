using Coerce.Dispatch;

namespace Coerce;

/// <summary>What a <see cref="SendInterceptor"/> knows of what is sent.</summary>
public readonly struct SendInfo
{
    private readonly int _tag;

    internal SendInfo(ActorCell cell, int tag, RequestScope scope, SendVerb verb, int timeout, CancellationToken cancellationToken)
    {
        Cell = cell;
        _tag = tag;
        Scope = scope;
        Verb = verb;
        Timeout = timeout;
        CancellationToken = cancellationToken;
    }

    /// <summary>The class of the actor that is sent to, and its handlers.</summary>
    public ActorDescriptor Actor => Cell.Descriptor;

    /// <summary>The handler of the message.</summary>
    public HandlerDescriptor Handler => Cell.Descriptor.Handlers[_tag];

    /// <summary>The path of the actor that is sent to.</summary>
    public string Path => Cell.Path;

    /// <summary>The system the actor lives in.</summary>
    public ActorSystem System => Cell.System;

    /// <summary>The system's clock: wait by it, and tests can set the time.</summary>
    public TimeProvider Clock => Cell.System.Options.Clock;

    /// <summary>What is sent with the message.</summary>
    public RequestScope Scope { get; }

    /// <summary>How it is sent.</summary>
    public SendVerb Verb { get; }

    /// <summary>The sender's token; none for what it does not wait for.</summary>
    public CancellationToken CancellationToken { get; }

    internal ActorCell Cell { get; }

    internal int Tag => _tag;

    /// <summary>The timeout of the ask as it was given; 0 for the system's.</summary>
    internal int Timeout { get; }

    internal SendInfo With(RequestScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new SendInfo(Cell, _tag, scope, Verb, Timeout, CancellationToken);
    }
}

/// <summary>How a message is sent.</summary>
public enum SendVerb
{
    /// <summary><c>Tell</c>.</summary>
    Tell,

    /// <summary><c>TryTell</c>.</summary>
    TryTell,

    /// <summary><c>TellAsync</c>.</summary>
    TellAsync,

    /// <summary><c>AskAsync</c>, or the ref's method of a handler.</summary>
    Ask,
}
