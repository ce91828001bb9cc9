using System.Collections.Immutable;
using Coerce.Cells;

namespace Coerce.Dispatch;

// The topics that the actor is subscribed to, and what is told of it on those of the system.
public abstract partial class ActorCell
{
    /// <summary>Subscribes a handler to a topic for as long as the actor lives.</summary>
    public void Subscribe<TEvent>(int tag, string topic)
    {
        Topic<TEvent> joined = System.Topic<TEvent>(topic);
        joined.Add(new HandlerSubscription<TEvent>(joined, this, tag));
    }

    /// <summary>Subscribes the handlers with <c>[Subscribes]</c>.</summary>
    internal abstract void SubscribeHandlers();

    /// <summary>The handler that a message comes to, for naming it: one for its very type, or for a base type.</summary>
    internal int TagOf(Type message)
    {
        ImmutableArray<HandlerDescriptor> handlers = Descriptor.Handlers;
        int based = 0;
        for (int tag = handlers.Length - 1; tag >= 0; tag--)
        {
            if (handlers[tag].Message == message) return tag;
            if (handlers[tag].Message.IsAssignableFrom(message)) based = tag;
        }

        return based;
    }

    private void EndSubscriptions() => _extras?.SubscriptionsOrNull?.End();

    /// <summary>Tells those who want to know that the actor has failed.</summary>
    internal void PublishFailure(string? handler, Exception failure, Envelope? envelope = null) =>
        System.Lifecycles?.Failed(this, handler, envelope, failure);
}
