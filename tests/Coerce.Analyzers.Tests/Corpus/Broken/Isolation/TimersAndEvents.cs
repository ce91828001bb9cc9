namespace Threads;

public sealed class Bus
{
    public event Action<string>? Received;

    public void Send(string text) => Received?.Invoke(text);
}

[Actor]
public sealed partial class Listener([FromServices] Bus bus) : IDisposable
{
    private readonly List<string> _heard = [];
    private Timer? _timer;

    [OnStart]
    void Started()
    {
        bus.Received += text => {|COERCE0205:_heard|}.Add(text);
        _timer = new Timer(_ => {|COERCE0205:_heard|}.Clear(), null, 1_000, 1_000);
    }

    [Handles] int Count() => _heard.Count;

    public void Dispose() => _timer?.Dispose();
}
