namespace Orders;

public sealed record Beat;

[Actor, Behavior(Initial = true)]
public sealed partial class {|COERCE0112:Drum|}
{
    private int _beats;

    [Handles] int On(Beat message) => ++_beats;
}

[Actor]
public sealed partial class Band(DrumRef drum)
{
    [Handles] async Task<int> Play() => await drum.AskAsync(new Beat());
}
