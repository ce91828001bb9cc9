using System.Collections.Immutable;

namespace Coerce.Savina.Big;

/// <summary>Lets the players begin, and when all are done, lets them leave.</summary>
[Actor]
public sealed partial class Sink(int players, int pings, ActorContext<SinkRef> context)
{
    private readonly Deferred<ImmutableArray<PlayerReport>> _reports = new();
    private readonly HashSet<int> _done = [];
    private ImmutableArray<PlayerRef> _players;

    [Handles]
    Deferred<ImmutableArray<PlayerReport>> Play()
    {
        _players = [.. Enumerable.Range(0, players).Select(number => context.Spawn(Player.Props(number, pings, context.Self), $"player-{number}"))];
        foreach (PlayerRef player in _players) player.Tell(new Begin(_players));
        return _reports;
    }

    [Handles]
    async Task On(LastPong message)
    {
        if (!_done.Add(message.Player)) throw new InvariantException($"Player {message.Player} is done twice.");
        if (_done.Count < players) return;

        var reports = ImmutableArray.CreateBuilder<PlayerReport>(players);
        foreach (PlayerRef player in _players) reports.Add(await player.LeaveAsync());
        _reports.Reply(reports.MoveToImmutable());
    }
}
