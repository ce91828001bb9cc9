using System.ComponentModel;
using Coerce.Cells;

namespace Coerce;

/// <summary>Watching other actors. An actor that watches handles <see cref="Terminated"/>, or its call does not compile.</summary>
public static class WatchExtensions
{
    // The compiler says "is obsolete:" before it.
    private const string NotHandled =
        "An actor that watches is told of the end by a Terminated message, which this one does not handle. Add '[Handles] void On(Terminated message)' to it; a method for any actor has the constraint 'where TRef : ActorRef, IReceive<Terminated>'.";

    private const string Page = "https://github.com/coerce-dotnet/coerce/blob/main/docs/diagnostics/{0}.md";

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

    /// <summary>For actors that do not handle <see cref="Terminated"/>: does not compile.</summary>
    /// <param name="context">The actor that would watch.</param>
    /// <param name="target">The actor to watch.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotHandled, error: true, DiagnosticId = "COERCE0104", UrlFormat = Page)]
    public static void Watch(this ActorContext context, ActorRef target) => throw Refusal(context);

    /// <summary>For actors that do not handle <see cref="Terminated"/>: does not compile.</summary>
    /// <param name="context">The actor that would have watched.</param>
    /// <param name="target">The actor that would be watched.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete(NotHandled, error: true, DiagnosticId = "COERCE0104", UrlFormat = Page)]
    public static void Unwatch(this ActorContext context, ActorRef target) => throw Refusal(context);

    private static Exception Refusal(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new InvalidOperationException($"{context.Cell} cannot watch others: {NotHandled} (COERCE0104)");
    }
}
