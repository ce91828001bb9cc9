// Somebody else's [Handles]: it looks the same and means nothing to an actor.
namespace Events
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HandlesAttribute : Attribute;
}

namespace Weather
{
    public sealed record Rain(double Millimetres);

    [Actor]
    public sealed partial class {|COERCE0006:RainGauge|}
    {
        private double _sum;

        [Events.Handles] double On(Rain message) => _sum += message.Millimetres;
    }
}
