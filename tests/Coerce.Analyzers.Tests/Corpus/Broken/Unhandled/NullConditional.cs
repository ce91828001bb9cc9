namespace Kitchens;

public sealed record Wash(int Plates);

[Actor]
public sealed partial class Sink
{
    private int _plates;

    [Handles] void On(string message) => _plates += message.Length;
}

public sealed class Waiter
{
    private readonly Dictionary<string, SinkRef> _sinks = [];

    public SinkRef? Nearest { get; set; }

    public async Task ClearAsync(int plates)
    {
        Nearest?{|COERCE0101:.Tell(new Wash(plates))|};
        if (_sinks.TryGetValue("left", out SinkRef? left)) {|COERCE0101:left.Tell(new Wash(plates))|};
        _sinks["right"]?.Tell("wash");
        await (Nearest is { } sink ? {|COERCE0101:sink.TellAsync(new Wash(plates))|} : ValueTask.CompletedTask);
    }
}
