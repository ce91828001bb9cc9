using System.Runtime.CompilerServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The message of a timer, as an envelope that is in no mailbox.</summary>
internal static class TimerMessage
{
    public static Envelope Of<TMessage>(int tag, TMessage message)
    {
        // One byte that is 0: a message without members. All of them are alike.
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TMessage>() || Unsafe.SizeOf<TMessage>() > 1 || Unsafe.As<TMessage, byte>(ref message) != 0)
            return new Envelope<TMessage>(tag, message);
        if (Empty<TMessage>.Last is not { } last || last.Tag != tag) Empty<TMessage>.Last = last = new Envelope<TMessage>(tag, message);
        return last;
    }

    private static class Empty<TMessage>
    {
        public static Envelope? Last;
    }
}
