namespace Orders;

[Actor]
public sealed partial class Robot
{
    [Handles] int Battery() => 100;

    [Behavior(Initial = true)]
    private sealed partial class Off(Robot robot)
    {
        [Handles] void Press() => robot.Become(new Waiting(3));
    }

    [Behavior]
    private sealed partial record {|COERCE0112:Waiting|}(int Seconds)
    {
        [Handles] void Press() { }
    }

    [Behavior]
    private sealed partial class {|COERCE0112:Doing|}<TTask>
    {
        [Handles] void Press() { }
    }

    [Behavior]
    private static partial class {|COERCE0112:Broken|}
    {
        [Handles] static void Press() { }
    }
}
