namespace Orders;

public sealed record Tick(int Second);

[Actor]
public sealed partial class TrafficLight
{
    [Behavior(Initial = true)]
    private sealed partial class Red(TrafficLight light)
    {
        [Handles] string On(Tick message)
        {
            if (message.Second > 30) light.Become(new Green(light));
            return "red";
        }
    }

    [Behavior(Initial = true)]
    private sealed partial class {|COERCE0113:Green|}(TrafficLight light)
    {
        [Handles] string On(Tick message)
        {
            if (message.Second > 20) light.Become(new Yellow(light));
            return "green";
        }
    }

    [Behavior(Initial = true)]
    private sealed partial class {|COERCE0113:Yellow|}(TrafficLight light)
    {
        [Handles] string On(Tick message)
        {
            if (message.Second > 3) light.Become(new Red(light));
            return "yellow";
        }
    }
}
