using System.Diagnostics;
using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>Takes events and hands each one to all actors that are subscribed. From <see cref="ActorSystem.Topic{TEvent}(string)"/>.</summary>
/// <remarks>
/// <para>Thread-safe. What one publisher publishes reaches each subscriber in that order. An event goes to those that are subscribed
/// when it is published; to one that leaves at that moment it may still come.</para>
/// <para>Each subscriber has its own mailbox and its own policy for a full one: one that is slow holds up no other. Where there is
/// no room for an event it becomes a dead letter.</para>
/// </remarks>
/// <typeparam name="TEvent">What is published.</typeparam>
[DebuggerDisplay("{ToString(),nq}: {SubscriberCount} subscribers")]
public sealed class Topic<TEvent> : Topic
{
    private readonly ActorSystem _system;
    private readonly Lock _lock = new();
    private readonly Dictionary<ActorCell, LinkedListNode<Subscription<TEvent>>> _places = [];
    private readonly LinkedList<Subscription<TEvent>> _subscriptions = new();

    /// <summary>The subscriptions as publishers see them; null when they have changed since. Made by the first publisher after that, so
    /// that a thousand actors that subscribe one after the other do not copy it a thousand times.</summary>
    private volatile Subscription<TEvent>[]? _current = [];

    internal Topic(ActorSystem system, string name)
        : base(name) => _system = system;

    /// <inheritdoc/>
    public override Type EventType => typeof(TEvent);

    /// <inheritdoc/>
    public override int SubscriberCount
    {
        get
        {
            if (_current is { } current) return current.Length;
            lock (_lock) return _subscriptions.Count;
        }
    }

    /// <summary>Sends an event to every subscriber and does not wait for it to be handled.</summary>
    /// <remarks>It never throws because of a subscriber: where the event cannot be taken, it becomes a dead letter.</remarks>
    /// <param name="message">The event.</param>
    public void Publish(TEvent message)
    {
        foreach (Subscription<TEvent> subscription in Current()) subscription.Deliver(message);
    }

    /// <summary>Sends an event to every subscriber, and waits while there is no room for it in the mailbox of one.</summary>
    /// <remarks>
    /// <para>All subscribers that have room get the event at once. Only those with <see cref="ActorAttribute.MailboxCapacity"/> and
    /// <see cref="MailboxPolicy.Wait"/> make anybody wait; an actor that stops meanwhile is waited for no longer.</para>
    /// <para>An actor must not await this in a handler if its own mailbox may be the one that is full.</para>
    /// </remarks>
    /// <param name="message">The event.</param>
    /// <param name="cancellationToken">Ends the wait. Those that had no room until then do not get the event.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask PublishAsync(TEvent message, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        List<Task>? waiting = null;
        foreach (Subscription<TEvent> subscription in Current())
        {
            ValueTask sent = subscription.DeliverAsync(message, cancellationToken);
            if (!sent.IsCompletedSuccessfully) (waiting ??= []).Add(sent.AsTask());
        }

        return waiting is null ? default : AllAsync(waiting, cancellationToken);
    }

    /// <summary>Sends an actor each event from now on.</summary>
    /// <remarks>An actor has one subscription to a topic: subscribing it again gives the same one. It keeps the actor alive, like a ref
    /// that somebody holds, and ends when it is disposed or the actor stops.</remarks>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <param name="subscriber">The actor, which handles the event; or a pool of such actors, of which one gets each event.</param>
    /// <returns>Dispose it to end the subscription. Twice is no error.</returns>
    public IDisposable Subscribe<TRef>(TRef subscriber)
        where TRef : ActorRef, IReceive<TEvent>
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Add(new RefSubscription<TEvent>(this, subscriber.Cell, subscriber));
    }

    internal Subscription<TEvent> Add(Subscription<TEvent> subscription)
    {
        ActorCell cell = subscription.Cell;
        lock (_lock)
        {
            if (_places.TryGetValue(cell, out LinkedListNode<Subscription<TEvent>>? place)) return place.Value;
            _places.Add(cell, _subscriptions.AddLast(subscription));
            _current = null;
        }

        // Put on the actor's list first, then the look whether it has stopped; the stop does the opposite.
        SubscriptionList own = cell.Extras.Subscriptions();
        own.Add(subscription);
        if (cell.IsClosed) subscription.Dispose();
        else if (subscription.HasEnded) own.Remove(subscription);
        return subscription;
    }

    /// <summary>False when it is not there any more.</summary>
    internal bool Remove(Subscription<TEvent> subscription)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(subscription.Cell, out LinkedListNode<Subscription<TEvent>>? place) || place.Value != subscription) return false;
            _places.Remove(subscription.Cell);
            _subscriptions.Remove(place);
            _current = null;
            return true;
        }
    }

    private Subscription<TEvent>[] Current() => _current ?? Renew();

    private Subscription<TEvent>[] Renew()
    {
        lock (_lock) return _current ??= [.. _subscriptions];
    }

    private async ValueTask AllAsync(List<Task> waiting, CancellationToken cancellationToken)
    {
        bool cancelled = false;
        foreach (Task sent in waiting)
        {
            try
            {
                await sent.ConfigureAwait(_system.KeepsContext);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;   // the others are waited for, so that none is under way when the caller hears of it
            }
        }

        if (cancelled) throw new OperationCanceledException(cancellationToken);
    }
}
