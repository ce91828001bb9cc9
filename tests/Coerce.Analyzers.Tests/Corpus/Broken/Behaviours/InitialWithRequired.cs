namespace Orders;

[Actor]
public sealed partial class Game
{
    [Behavior(Initial = true)]
    private sealed partial class Waiting
    {
        public required int {|COERCE0114:Players|} { get; init; }

        [Handles] int CountPlayers() => Players;
    }
}

[Actor]
public sealed partial class Match
{
    [Behavior(Initial = true)]
    private sealed partial class {|COERCE0114:Kickoff|}
    {
        private readonly Match? _match;

        public Kickoff() { }

        public Kickoff(Match match) => _match = match;

        [Handles] bool IsOn() => _match is not null;
    }
}
