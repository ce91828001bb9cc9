using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coerce.Cells;

namespace Coerce.Dispatch;

/// <summary>A message on its way through a mailbox. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public abstract class Envelope
{
    /// <summary>The envelope below in the stack of arrivals, or behind in the queue. Owned by whoever holds the envelope.</summary>
    internal Envelope? Next;

    /// <summary>How many envelopes the stack of arrivals held when this one was on top.</summary>
    internal int Depth;

    /// <summary>Who waits for the reply; null for a tell.</summary>
    internal readonly PendingAsk? Ask;

    /// <summary>The sender's <see cref="Activity"/>, or a <see cref="Telemetry.SentMark"/> with it; null for neither.</summary>
    internal object? Trace = Activity.Current;

    private protected Envelope(int tag, PendingAsk? ask)
    {
        Tag = tag;
        Ask = ask;
    }

    /// <summary>The number of the handler, dense from 0.</summary>
    public int Tag { get; }

    /// <summary>What travels with the message; empty where it was sent without.</summary>
    public virtual RequestScope Scope => RequestScope.Empty;

    /// <summary>The message, boxed where it is a value: not for the hot path.</summary>
    internal abstract object? BoxedMessage { get; }

    /// <summary>The same message once more, for another actor. Of what is told only: an ask has one reply.</summary>
    internal Envelope Copy()
    {
        Debug.Assert(Ask is null, "Two actors would answer one ask.");
        return (Envelope)MemberwiseClone();
    }

    private string DebuggerDisplay => $"{(Ask is null ? "tell" : "ask")} {BoxedMessage}";

    /// <summary>The message of an envelope whose <see cref="Tag"/> says that it is a <typeparamref name="TMessage"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TMessage Read<TMessage>()
    {
        Debug.Assert(this is Envelope<TMessage>, "The tag and the message disagree.");

        // The tag was written by the method of the ref that also fixed the message's type.
        return Unsafe.As<Envelope<TMessage>>(this).Message;
    }
}

/// <summary>A message of a known type on its way through a mailbox. The one allocation of a tell.</summary>
internal class Envelope<TMessage>(int tag, TMessage message, PendingAsk? ask) : Envelope(tag, ask)
{
    internal readonly TMessage Message = message;

    internal sealed override object? BoxedMessage => Message;
}
