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
    private const int TagShift = 16;
    private const int RichBit = 1 << 15;
    private const int DepthMask = RichBit - 1;

    /// <summary>The envelope below in the stack of arrivals, or behind in the queue. Owned by whoever holds the envelope.</summary>
    internal Envelope? Next;

    // The tag, whether there is more than a message, and the depth: in one word, so that a small message has room beside it and a
    // tell takes 32 bytes.
    private int _word;

    private protected Envelope(int tag, bool isRich)
    {
        Debug.Assert(tag == (short)tag, "A tag must fit into its half of the word.");
        _word = (tag << TagShift) | (isRich ? RichBit : 0);
    }

    /// <summary>The number of the handler, dense from 0.</summary>
    public int Tag => _word >> TagShift;

    /// <summary>What travels with the message; empty where it was sent without.</summary>
    public virtual RequestScope Scope => RequestScope.Empty;

    /// <summary>Who waits for the reply; null for a tell.</summary>
    internal PendingAsk? Ask => IsRich ? AskOrNull : null;

    /// <summary>The sender's <see cref="Activity"/>, or a <see cref="Telemetry.SentMark"/> with it; null for neither.</summary>
    internal object? Trace => IsRich ? TraceOrNull : null;

    /// <summary>The message, boxed where it is a value: not for the hot path.</summary>
    internal abstract object? BoxedMessage { get; }

    /// <summary>How many envelopes the stack of arrivals held when this one was on top; no more than <see cref="MostDepth"/>.</summary>
    internal int Depth => _word & DepthMask;

    internal const int MostDepth = DepthMask;

    private protected virtual PendingAsk? AskOrNull => null;

    private protected virtual object? TraceOrNull => null;

    /// <summary>False for a told message and nothing else.</summary>
    private bool IsRich => (_word & RichBit) != 0;

    /// <summary>Puts it onto a stack of arrivals that is not shared yet.</summary>
    internal void PutOn(Envelope? top)
    {
        Next = top;
        int depth = top is null ? 1 : Math.Min(top.Depth + 1, MostDepth);
        _word = (_word & ~DepthMask) | depth;
    }

    /// <summary>Only where there is a trace already.</summary>
    internal virtual void SetTrace(object? trace) => throw new UnreachableException("The envelope has no room for a trace.");

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
        Debug.Assert(this is ICarrier<TMessage>, "The tag and the message disagree.");

        // The tag was written by the method of the ref that also fixed the message's type.
        return IsRich ? Unsafe.As<ICarrier<TMessage>>(this).Message : Unsafe.As<Envelope<TMessage>>(this).Message;
    }
}

/// <summary>What has a message of a known type.</summary>
internal interface ICarrier<TMessage>
{
    TMessage Message { get; }
}

/// <summary>A message of a known type on its way through a mailbox. The one allocation of a tell.</summary>
internal class Envelope<TMessage> : Envelope, ICarrier<TMessage>
{
    internal readonly TMessage Message;

    public Envelope(int tag, TMessage message)
        : this(tag, message, isRich: false)
    {
    }

    private protected Envelope(int tag, TMessage message, bool isRich)
        : base(tag, isRich) => Message = message;

    TMessage ICarrier<TMessage>.Message => Message;

    internal sealed override object? BoxedMessage => Message;
}
