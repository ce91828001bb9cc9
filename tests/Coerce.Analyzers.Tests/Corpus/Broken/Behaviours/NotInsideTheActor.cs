namespace Orders;

public sealed record Push(string Text);

[Behavior(Initial = true)]
public sealed partial class {|COERCE0112:Idle|}(Machine machine)
{
    [Handles] int On(Push message) => message.Text.Length + machine.Pushed + new Machine().Twice(1);
}

[Actor]
public sealed partial class Machine
{
    internal int Pushed => 1;

    internal int Twice(int n) => 2 * n;

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
