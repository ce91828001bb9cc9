global using static Commands.All;
global using Step = Commands.All.Move;
// ---- file Commands.cs ----
namespace Commands;

public static class All
{
    public sealed record Move(int By);

    public sealed record Turn(int Degrees);
}
// ---- file Turtle.cs ----
[Actor]
public sealed partial class Turtle
{
    private int _position;

    [Handles] int On(Step message) => _position += message.By;

    [Handles] int {|CS0111:On|}(Move message) => _position -= message.By;
}
// ---- file Use.cs ----
public static class Use
{
    public static async Task RunAsync(TurtleRef turtle)
    {
        turtle.Tell(new Move(1));
        // While a handler is broken, nobody knows what is handled.
        turtle.Tell(new Turn(90));
        await Task.Yield();
    }
}
