// ---- assembly Contracts ----
namespace Contracts;

public readonly record struct Reading(string Meter, double Value);

public abstract record Command
{
    public sealed record Start(int Speed) : Command;

    public sealed record Halt : Command;
}
// ---- assembly Actors ----
using Contracts;

namespace Actors;

[Actor]
public sealed partial class Motor
{
    private int _speed;

    [Handles] int On(Command.Start message) => _speed = message.Speed;

    [Handles] void On(Command.{|CS0426:Stop|} message) => _speed = 0;

    [Handles] double On(Reading message) => message.Value * _speed;
}

public static class Use
{
    public static async Task<double> RunAsync(MotorRef motor)
    {
        int speed = await motor.AskAsync(new Command.Start(1));
        return speed + await motor.AskAsync(new Reading("m", 2));
    }
}
