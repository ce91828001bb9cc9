namespace Old;

public sealed record Score(int Points);
public sealed record Reset;

[Actor]
public sealed partial class Player
{
    private int _points;

    [Handles] int On(Score message) => _points += message.Points;
}

public sealed class Match(IReadOnlyList<PlayerRef> players)
{
    public event Action? Ended;

    public async Task<int> PlayAsync()
    {
        Ended += () => {|COERCE0101:players[0].Tell(new Reset())|};
        Func<PlayerRef, bool> reset = static player => {|COERCE0101:player.TryTell(new Reset())|};
        Func<Task<int>> last = async () => await {|COERCE0101:players[^1].AskAsync(new Reset())|};
        int done = players.Count(reset) + players.Count(player => player.TryTell(new Score(1)));
        Ended();
        return done + await last() + await ScoreAsync(players[0]);

        async Task<int> ScoreAsync(PlayerRef player) => await {|COERCE0101:player.AskAsync(done)|};
    }
}
