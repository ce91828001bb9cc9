// A struct cannot have the attribute at all: that is for the compiler to say.
namespace Games;

public readonly record struct Roll(int Sides);

[{|CS0592:Actor|}]
public partial struct Dice
{
    private int _rolled;

    [Handles] int On(Roll message) => _rolled = 1 + (_rolled + 7) % message.Sides;

    [Handles] readonly int Last() => _rolled;
}

public static class Table
{
    public static int Play() => default(Dice).GetHashCode();
}
