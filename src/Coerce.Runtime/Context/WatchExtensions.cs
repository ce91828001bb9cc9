using Coerce.Cells;

namespace Coerce;

/// <summary>Watching other actors. An actor that watches handles <see cref="Terminated"/>, or its call does not compile.</summary>
public static class WatchExtensions
{
    /// <summary>Sends the actor a <see cref="Terminated"/> when <paramref name="target"/> has stopped, or at once if it has
    /// stopped already.</summary>
    /// <remarks>Watching twice sends one message. The watch ends with it, with <see cref="Unwatch"/>, and with either actor.</remarks>
    /// <typeparam name="TRef">The ref of the actor that watches.</typeparam>
    /// <param name="context">The actor that watches.</param>
    /// <param name="target">The actor to watch.</param>
    public static void Watch<TRef>(this ActorContext<TRef> context, ActorRef target)
        where TRef : ActorRef, IReceive<Terminated>
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(target);
        WatchList.Watch(context.Cell, target.Cell);
    }

    /// <summary>Ends a watch. A <see cref="Terminated"/> that is on its way already still comes.</summary>
    /// <typeparam name="TRef">The ref of the actor that watches.</typeparam>
    /// <param name="context">The actor that watches.</param>
    /// <param name="target">The actor that is watched.</param>
    public static void Unwatch<TRef>(this ActorContext<TRef> context, ActorRef target)
        where TRef : ActorRef, IReceive<Terminated>
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(target);
        WatchList.Unwatch(context.Cell, target.Cell);
    }
}
