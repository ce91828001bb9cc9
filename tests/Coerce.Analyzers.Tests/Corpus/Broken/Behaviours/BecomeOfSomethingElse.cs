namespace Orders;

[Actor]
public sealed partial class Lamp
{
    [Behavior(Initial = true)]
    private sealed partial class Off(Lamp lamp)
    {
        [Handles] void Press()
        {
            lamp.Become({|CS1503:new Bulb()|});
            lamp.Become(new On());
        }
    }

    [Behavior]
    private sealed partial class On
    {
        [Handles] void Press() { }
    }

    private sealed class Bulb;
}
