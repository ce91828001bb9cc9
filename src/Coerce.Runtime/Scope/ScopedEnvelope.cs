using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A message on its way through a mailbox, with what travels beside it.</summary>
internal sealed class ScopedEnvelope<TMessage>(int tag, TMessage message, PendingAsk? ask, RequestScope scope)
    : Envelope<TMessage>(tag, message, ask)
{
    public override RequestScope Scope => scope;
}
