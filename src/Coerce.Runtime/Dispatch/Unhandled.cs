using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>What generated code does where the build has reported an error and somebody runs the program all the same.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Unhandled
{
    /// <summary>Never returns: the cell that the ref of an invalid actor would have.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public static ActorCell NoCell => throw new InvalidOperationException(
        "This actor cannot be spawned: the build reported what is wrong with its class. Mend that and build again.");

    /// <summary>The exception for a message that the actor does not handle.</summary>
    public static InvalidOperationException Message<TMessage>(ActorRef target, TMessage message) => new(
        $"{target} has no handler for {message?.GetType() ?? typeof(TMessage)}: add a [Handles] method for it, or send a message that the actor handles (COERCE0101).");
}
