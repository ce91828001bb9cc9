using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>The interceptors around the sending of one message. The generator writes a class for each; it has no state.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendChain<TMessage>
{
    private readonly int _tag;

    /// <summary>For generated code.</summary>
    /// <param name="tag">The handler.</param>
    protected SendChain(int tag) => _tag = tag;

    /// <summary>Sends a message.</summary>
    public void Tell(ActorCell cell, TMessage message, RequestScope scope) =>
        Send(Info(cell, scope, SendVerb.Tell), message, 0);

    /// <summary>Sends a message unless the actor has stopped or has no room for it.</summary>
    public bool TryTell(ActorCell cell, TMessage message, RequestScope scope) =>
        Send(Info(cell, scope, SendVerb.TryTell), message, 0);

    /// <summary>Sends a message, and waits where there is no room for it.</summary>
    public ValueTask TellAsync(ActorCell cell, TMessage message, RequestScope scope, CancellationToken cancellationToken) =>
        Plain(SendAsync<NoReply>(Info(cell, scope, SendVerb.TellAsync, 0, cancellationToken), message, 0));

    internal SendInfo Info(
        ActorCell cell, RequestScope scope, SendVerb verb, int timeout = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new SendInfo(cell, _tag, scope, verb, timeout, cancellationToken);
    }

    internal bool Send(SendInfo send, TMessage message, int index)
    {
        SendInterceptor[] interceptors = send.Cell.SendInterceptors;
        if (index < interceptors.Length) return interceptors[index].Send(send, message, new TellNext<TMessage>(this, send, index + 1));
        if (send.Verb == SendVerb.TryTell) return send.Cell.TryTell(_tag, message, send.Scope);
        send.Cell.Tell(_tag, message, send.Scope);
        return true;
    }

    internal ValueTask<TReply> SendAsync<TReply>(SendInfo send, TMessage message, int index)
    {
        SendInterceptor[] interceptors = send.Cell.SendInterceptors;
        if (index < interceptors.Length)
            return interceptors[index].SendAsync(send, message, new SendNext<TMessage, TReply>(this, send, index + 1));

        // The type of the reply is fixed by whoever began the chain.
        if (send.Verb == SendVerb.Ask) return ((SendChain<TMessage, TReply>)this).Ask(send, message);
        return (ValueTask<TReply>)(object)Nothing(send.Cell.TellAsync(_tag, message, send.Scope, send.CancellationToken));
    }

    /// <summary>For what is waited for and has no reply.</summary>
    protected static ValueTask<NoReply> Nothing(ValueTask sent)
    {
        return sent.IsCompletedSuccessfully ? default : AwaitAsync(sent);

        static async ValueTask<NoReply> AwaitAsync(ValueTask sent)
        {
            await sent;
            return default;
        }
    }

    private protected static ValueTask Plain(ValueTask<NoReply> sent)
    {
        return sent.IsCompletedSuccessfully ? default : AwaitAsync(sent);

        static async ValueTask AwaitAsync(ValueTask<NoReply> sent) => await sent;
    }
}

/// <summary>The interceptors around the sending of one message that has a reply, or <see cref="NoReply"/>.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TReply">The reply.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SendChain<TMessage, TReply> : SendChain<TMessage>
{
    /// <summary>For generated code.</summary>
    /// <param name="tag">The handler.</param>
    protected SendChain(int tag)
        : base(tag)
    {
    }

    /// <summary>Sends a message and waits for the reply.</summary>
    public ValueTask<TReply> AskAsync(
        ActorCell cell, TMessage message, RequestScope scope, int timeout, CancellationToken cancellationToken) =>
        SendAsync<TReply>(Info(cell, scope, SendVerb.Ask, timeout, cancellationToken), message, 0);

    /// <summary>The ask itself.</summary>
    protected abstract ValueTask<TReply> Ask(
        ActorCell cell, TMessage message, RequestScope scope, int timeout, CancellationToken cancellationToken);

    internal ValueTask<TReply> Ask(SendInfo send, TMessage message) =>
        Ask(send.Cell, message, send.Scope, send.Timeout, send.CancellationToken);

    /// <summary>For asks without a reply.</summary>
    public static ValueTask Wait(ValueTask<NoReply> asked) => Plain(asked);
}
