using System.Collections.Immutable;

namespace Events;

public abstract record Event(int Version)
{
    public sealed record Opened(int Version, string Owner) : Event(Version);

    public sealed record Changed(int Version, decimal By) : Event(Version);

    public sealed record Closed(int Version) : Event(Version);
}

public interface IEventStore
{
    IAsyncEnumerable<Event> ReadAsync(string stream, CancellationToken cancellationToken);

    Task AppendAsync(string stream, Event added, CancellationToken cancellationToken);
}

public sealed record Open(string Owner);
public sealed record Change(decimal By);
public sealed record Close;
public sealed record State(string? Owner, decimal Balance, bool IsClosed, int Version)
{
    public State Apply(Event happened) => happened switch
    {
        Event.Opened(var version, var owner) => this with { Owner = owner, Version = version },
        Event.Changed(var version, var by) => this with { Balance = Balance + by, Version = version },
        Event.Closed(var version) => this with { IsClosed = true, Version = version },
        _ => this,
    };
}

[Actor("events.account"), Entity(IdleSeconds = 10)]
public sealed partial class Account([EntityKey] string id, [FromServices] IEventStore store)
{
    private State _state = new(null, 0, false, 0);

    [OnStart]
    async Task Recover(CancellationToken cancellationToken)
    {
        await foreach (Event happened in store.ReadAsync(id, cancellationToken)) _state = _state.Apply(happened);
    }

    [Handles] Task<State> On(Open message, CancellationToken cancellationToken) => Persist(new Event.Opened(_state.Version + 1, message.Owner), cancellationToken);

    [Handles] Task<State> On(Change message, CancellationToken cancellationToken)
        => _state.IsClosed ? Task.FromResult(_state) : Persist(new Event.Changed(_state.Version + 1, message.By), cancellationToken);

    [Handles] Task<State> On(Close message, CancellationToken cancellationToken) => Persist(new Event.Closed(_state.Version + 1), cancellationToken);

    private async Task<State> Persist(Event happened, CancellationToken cancellationToken)
    {
        await store.AppendAsync(id, happened, cancellationToken);
        return _state = _state.Apply(happened);
    }
}

public static class Use
{
    public static async Task<ImmutableArray<State>> RunAsync(ActorSystem system)
    {
        AccountRef account = system.Entity<AccountRef>("1");
        return [await account.AskAsync(new Open("anna")), await account.AskAsync(new Change(5)), await account.AskAsync(new Close())];
    }
}
