namespace Contracts;

[{|CS0592:Actor|}]
public enum Colour
{
    Red,
    Green,
}

[{|CS0592:Actor|}]
public delegate void Painted(Colour colour);

[Actor]
public sealed partial class Painter
{
    private Colour _colour;

    [Handles] Colour Mix(Colour with) => _colour = _colour == with ? with : Colour.Green;
}
