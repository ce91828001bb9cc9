using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>What the refs of actors with a protocol call beside their own verbs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProtocolCases
{
    /// <summary>The exception for what none of the known cases is.</summary>
    public static Exception Unknown(ActorRef target, object? message)
    {
        ArgumentNullException.ThrowIfNull(target);
        return message is null ? new ArgumentNullException(nameof(message)) : new UnknownCaseException(target.ToString(), message.GetType());
    }

    /// <summary>Waits for a reply that nobody wants.</summary>
    public static ValueTask Handled<TReply>(ValueTask<TReply> asked)
    {
        if (!asked.IsCompletedSuccessfully) return new ValueTask(asked.AsTask());

        _ = asked.Result;
        return default;
    }
}
