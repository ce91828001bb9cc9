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
    private const int RichBit = (int)EnvelopeKind.Rich;
    private const int SegmentBit = (int)EnvelopeKind.Segment;
    private const int DepthMask = SegmentBit - 1;

    /// <summary>The envelope below in the stack of arrivals, or behind in the queue. Owned by whoever holds the envelope.</summary>
    internal Envelope? Next;

    // The tag, the kind and the depth: in one word, so that a small message has room beside it and a tell takes 32 bytes.
    private int _word;

    private protected Envelope(int tag, EnvelopeKind kind)
    {
        Debug.Assert(tag == (short)tag, "A tag must fit into its half of the word.");
        _word = (tag << TagShift) | (int)kind;
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

    /// <summary>How many messages the stack of arrivals held when this envelope was put on top; no more than <see cref="MostDepth"/>.</summary>
    internal int Depth => _word & DepthMask;

    internal const int MostDepth = DepthMask;

    private protected virtual PendingAsk? AskOrNull => null;

    private protected virtual object? TraceOrNull => null;

    /// <summary>True for a <see cref="Segment{TMessage}"/>, for which alone the members that follow say anything.</summary>
    internal bool IsSegment => (_word & SegmentBit) != 0;

    /// <summary>How many messages it has beside the first. Stale the moment it is read.</summary>
    internal virtual int More => 0;

    /// <summary>Lets no more messages in. For the owner of the turn, once.</summary>
    /// <returns>How many it has.</returns>
    internal virtual int Seal() => 1;

    /// <summary>Goes on to the next message. For the owner of the turn.</summary>
    /// <returns>True when there are more behind that one.</returns>
    internal virtual bool MoveNext() => false;

    /// <summary>Takes the last <see cref="MoveNext"/> back. For the owner of the turn.</summary>
    internal virtual void MoveBack()
    {
    }

    /// <summary>The messages that it still has, as envelopes of their own in front of others. For the owner of the turn.</summary>
    internal virtual Envelope? Unpack(Envelope? rest) => throw new UnreachableException("There is nothing in it to be unpacked.");

    /// <summary>What keeps the present message for longer than this step of the turn.</summary>
    internal virtual Envelope ToKeep() => this;

    private bool IsRich => (_word & RichBit) != 0;

    /// <summary>Puts it onto a stack of arrivals that is not shared yet.</summary>
    internal void PutOn(Envelope? top)
    {
        Next = top;
        int depth = top is null ? 1 : Math.Min(top.Depth + top.More + 1, MostDepth);
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

/// <summary>What an envelope has beside a message; a bit each.</summary>
internal enum EnvelopeKind
{
    /// <summary>A told message and nothing else.</summary>
    Plain,

    /// <summary>More messages of the kind: see <see cref="Segment{TMessage}"/>.</summary>
    Segment = 1 << 14,

    /// <summary>A scope, a trace, or somebody who waits.</summary>
    Rich = 1 << 15,
}

/// <summary>What has a message of a known type.</summary>
internal interface ICarrier<TMessage>
{
    TMessage Message { get; }
}

/// <summary>A message of a known type on its way through a mailbox. The one allocation of a tell.</summary>
internal class Envelope<TMessage> : Envelope, ICarrier<TMessage>
{
    public Envelope(int tag, TMessage message)
        : this(tag, message, EnvelopeKind.Plain)
    {
    }

    private protected Envelope(int tag, TMessage message, EnvelopeKind kind)
        : base(tag, kind) => Message = message;

    internal TMessage Message { get; private protected set; }

    TMessage ICarrier<TMessage>.Message => Message;

    internal sealed override object? BoxedMessage => Message;
}
