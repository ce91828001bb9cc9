namespace Locks;

public sealed record Acquire(string Owner);
public sealed record Release(string Owner);

[Actor]
public sealed partial class Mutex
{
    private readonly Queue<(string Owner, Deferred<bool> Reply)> _waiting = [];
    private string? _owner;

    [Handles]
    Deferred<bool> On(Acquire message)
    {
        var reply = new Deferred<bool>();
        if (_owner is null)
        {
            _owner = message.Owner;
            reply.Reply(true);
        }
        else if (_waiting.Count > 10)
        {
            reply.Fail(new InvalidOperationException("Too many wait."));
        }
        else
        {
            _waiting.Enqueue((message.Owner, reply));
        }

        return reply;
    }

    [Handles]
    bool On(Release message)
    {
        if (_owner != message.Owner) return false;
        _owner = null;
        while (_owner is null && _waiting.TryDequeue(out (string Owner, Deferred<bool> Reply) next))
        {
            if (next.Reply.Reply(true)) _owner = next.Owner;
        }

        return true;
    }

    [OnStop]
    void Stopped()
    {
        foreach ((_, Deferred<bool> reply) in _waiting) reply.Reply(false);
    }
}

public static class Use
{
    public static async Task RunAsync(MutexRef mutex)
    {
        if (await mutex.AskAsync(new Acquire("me"))) await mutex.AskAsync(new Release("me"));
    }
}
