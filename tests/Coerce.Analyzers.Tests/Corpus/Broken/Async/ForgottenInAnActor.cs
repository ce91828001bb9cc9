namespace Forgotten;

[Actor]
public sealed partial class Worker
{
    private int _done;

    [Handles] int Do(string what) => _done += what.Length;
}

[Actor]
public sealed partial class Foreman(WorkerRef first, WorkerRef second)
{
    private int _orders;

    [Handles]
    void Order(string what)
    {
        _orders++;
        first.{|COERCE0305:DoAsync|}(what);
        if (_orders > 1) second.{|COERCE0305:AskAsync|}(new Worker.Messages.Do(what), TimeSpan.FromSeconds(1));
    }

    [Handles] async Task<int> Both(string what) => await first.DoAsync(what) + await second.DoAsync(what);
}
