using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Answers what a probe was asked, and says what is wrong where that cannot be.</summary>
internal static class ProbeReply
{
    public static PendingAsk AskOf(Envelope envelope) => envelope.Ask ?? throw new ExpectationFailedException(
        $"{Text.Of(envelope.BoxedMessage)} was told, not asked: nobody waits for a reply to it.");

    public static bool Give(Envelope envelope, object? reply)
    {
        PendingAsk ask = AskOf(envelope);
        if (ask.ReplyType is not { } type)
            throw new ExpectationFailedException($"{Text.Of(envelope.BoxedMessage)} has a stream as its reply: use ReplyWithStream.");

        if (type == typeof(NoReply) && reply is not NoReply)
            throw new ExpectationFailedException($"{Text.Of(envelope.BoxedMessage)} has no reply: use Reply().");

        bool fits = reply is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(reply);
        if (fits) return ask.TryReplyWith(reply);

        string given = reply is NoReply ? "no reply" : reply is null ? "null" : $"a {reply.GetType()} ({Text.Of(reply)})";
        throw new ExpectationFailedException($"{Text.Of(envelope.BoxedMessage)} is replied to with a {type}, not with {given}.");
    }

    public static bool GiveStream<TItem>(Envelope envelope, IEnumerable<TItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        PendingAsk ask = AskOf(envelope);
        if (ask is not StreamSink<TItem> sink)
            throw new ExpectationFailedException($"{Text.Of(envelope.BoxedMessage)} is not replied to with a stream of {typeof(TItem)}.");

        if (!sink.TryEnd()) return false;
        foreach (TItem item in items) sink.Add(item);
        sink.Complete(null);
        return true;
    }
}
