using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A message on its way through a mailbox, with what most messages do not have: a scope, a trace, or somebody who reads a stream.</summary>
internal sealed class RichEnvelope<TMessage>(int tag, TMessage message, PendingAsk? ask, RequestScope scope, object? trace)
    : Envelope<TMessage>(tag, message, EnvelopeKind.Rich)
{
    private object? _trace = trace;

    public override RequestScope Scope => scope;

    private protected override PendingAsk? AskOrNull => ask;

    private protected override object? TraceOrNull => _trace;

    internal override void SetTrace(object? trace) => _trace = trace;
}

/// <summary>An ask on its way through a mailbox: message, place in the queue and who waits are one object.</summary>
internal sealed class QueuedAsk<TMessage, TReply>(ActorCell target, int tag, TMessage message, object? trace)
    : PendingAsk<TReply>(target, tag), ICarrier<TMessage>
{
    private object? _trace = trace;

    public TMessage Message => message;

    internal override object? BoxedMessage => message;

    private protected override object? TraceOrNull => _trace;

    internal override void SetTrace(object? trace) => _trace = trace;
}
