namespace Direct;

public sealed record Ring(int Times);

[Actor]
public sealed partial class Bell
{
    private int _rung;

    [Handles] public int On(Ring message) => _rung += message.Times;

    public string Describe() => $"{_rung}";
}

public sealed class Church
{
    private readonly Bell _bell = {|COERCE0204:new Bell()|};

    public int Noon() => {|COERCE0204:_bell.On(new Ring(12))|};

    public string Look(Bell other) => {|COERCE0204:other.Describe()|};
}
