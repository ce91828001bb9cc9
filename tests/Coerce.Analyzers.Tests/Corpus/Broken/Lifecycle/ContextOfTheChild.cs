namespace Pumps;

[Actor]
public sealed partial class Valve
{
    private bool _open;

    [Handles] bool Turn() => _open = !_open;
}

[Actor]
public sealed partial class Pipe
{
    private int _children;

    [OnStart] void Started(ActorContext<ValveRef> {|COERCE0009:context|}) => _children = context.Children.Count;

    [Handles] int CountValves() => _children;
}
