using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Takes its place in the mailbox, so that what was sent before a stop is still handled.</summary>
internal sealed class StopSignal() : Envelope(StopTag, null)
{
    internal const int StopTag = -1;

    internal override object? BoxedMessage => null;
}
