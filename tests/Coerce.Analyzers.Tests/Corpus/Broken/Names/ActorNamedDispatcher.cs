namespace Trees;

public sealed record Route(string To);

[Actor]
public sealed partial class {|COERCE0008:Dispatcher|}
{
    private int _routed;

    [Handles] int On(Route message) => _routed += message.To.Length;
}

[Actor]
public sealed partial class Depot
{
    [Handles] async Task<int> Send(string to, DispatcherRef dispatcher)
    {
        int routed = await dispatcher.AskAsync(new Route(to));
        return routed;
    }
}
