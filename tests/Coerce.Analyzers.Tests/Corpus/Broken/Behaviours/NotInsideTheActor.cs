namespace Orders;

public sealed record Push(string Text);

[Behavior(Initial = true)]
public sealed partial class {|COERCE0112:Idle|}(string machine)
{
    [Handles] int On(Push message) => message.Text.Length + machine.Length;
}

[Actor]
public sealed partial class Machine
{
    [Handles] int Count() => 1;

    private static partial class Modes
    {
        [Behavior]
        public sealed partial class {|COERCE0112:Busy|}
        {
            [Handles] int On(Push message) => message.Text.Length;
        }
    }
}
