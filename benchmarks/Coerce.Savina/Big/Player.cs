using System.Collections.Immutable;

namespace Coerce.Savina.Big;

/// <summary>Pings another player, chosen at random, waits for the pong, and pings the next one. It may choose itself.</summary>
[Actor]
public sealed partial class Player(int number, int pings, SinkRef sink, ActorContext<PlayerRef> context)
{
    private readonly Random _random = new(number);
    private ImmutableArray<PlayerRef> _players;
    private int? _awaited;
    private PlayerReport _report;

    [Handles]
    void On(Begin message)
    {
        _players = message.Players;
        SendPing();
    }

    [Handles]
    void On(Ping message)
    {
        _report = _report with { Answered = _report.Answered + 1 };
        message.From.Tell(new Pong(number));
    }

    [Handles]
    void On(Pong message)
    {
        if (message.From != _awaited)
            throw new InvariantException($"Player {number} got a pong from {message.From}, but waits for {_awaited?.ToString() ?? "none"}.");

        _awaited = null;
        _report = _report with { Pongs = _report.Pongs + 1 };
        if (_report.Pings < pings) SendPing();
        else sink.Tell(new LastPong(number));
    }

    [Handles]
    PlayerReport Leave()
    {
        context.Stop();
        return _report;
    }

    private void SendPing()
    {
        int target = _random.Next(_players.Length);
        _awaited = target;
        _report = _report with { Pings = _report.Pings + 1 };
        _players[target].Tell(new Ping(context.Self));
    }
}
