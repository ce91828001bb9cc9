namespace Coerce.Cells;

/// <summary>The subscriptions of an actor, which end with it.</summary>
internal sealed class SubscriptionList
{
    private readonly Lock _lock = new();
    private readonly HashSet<Subscription> _subscriptions = [];

    public void Add(Subscription subscription)
    {
        lock (_lock) _subscriptions.Add(subscription);
    }

    public void Remove(Subscription subscription)
    {
        lock (_lock) _subscriptions.Remove(subscription);
    }

    public void End()
    {
        Subscription[] all;
        lock (_lock) all = [.. _subscriptions];
        foreach (Subscription subscription in all) subscription.Dispose();
    }
}
