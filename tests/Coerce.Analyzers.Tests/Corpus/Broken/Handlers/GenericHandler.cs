namespace Tracing;

public sealed record Span(string Name);

[Actor]
public sealed partial class Tracer
{
    private int _values;

    [Handles] void On(Span message) => _values += message.Name.Length;

    [Handles] int {|COERCE0003:Record|}<TValue>(TValue value) where TValue : struct => _values + value.GetHashCode();
}

[Actor]
public sealed partial class Traced(TracerRef tracer)
{
    [Handles] void Work(string name) => tracer.Tell(new Span(name));
}
