namespace Limits;

public readonly record struct Permit(int Count = 1);

[Actor("limits.bucket")]
public sealed partial class TokenBucket(int size, TimeSpan every, ActorContext<TokenBucketRef> context)
{
    private readonly Queue<(int Count, Deferred<bool> Reply)> _waiting = [];
    private readonly int _capacity = size;
    private int _tokens = size;

    [OnStart] void Started() => context.Self.Schedule(new Messages.Refill(1), every, every);

    [Handles]
    Deferred<bool> On(Permit message)
    {
        var reply = new Deferred<bool>();
        if (message.Count > _capacity) reply.Reply(false);
        else _waiting.Enqueue((message.Count, reply));
        Serve();
        return reply;
    }

    [Handles]
    void Refill(int by)
    {
        _tokens = Math.Min(_capacity, _tokens + by);
        Serve();
    }

    private void Serve()
    {
        while (_waiting.TryPeek(out (int Count, Deferred<bool> Reply) next) && next.Count <= _tokens)
        {
            _waiting.Dequeue();
            if (next.Reply.Reply(true)) _tokens -= next.Count;
        }
    }

    [OnStop]
    void Stopped()
    {
        foreach ((_, Deferred<bool> reply) in _waiting) reply.Fail(new OperationCanceledException());
    }
}

public sealed class Limited(TokenBucketRef bucket, HttpClient http)
{
    public async Task<string?> GetAsync(string address, CancellationToken cancellationToken)
        => await bucket.AskAsync(new Permit(), cancellationToken) ? await http.GetStringAsync(address, cancellationToken) : null;
}
