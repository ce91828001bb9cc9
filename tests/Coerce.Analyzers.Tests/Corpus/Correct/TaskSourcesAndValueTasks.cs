using System.Collections.Concurrent;

namespace Sources;

public sealed record Request(int Id);
public sealed record Response(int Id, string Text);

public interface ITransport
{
    ValueTask SendAsync(Request request, CancellationToken cancellationToken);

    IAsyncEnumerable<Response> Responses { get; }
}

[Actor]
public sealed partial class Client(ITransport transport, ActorContext<ClientRef> context)
{
    private readonly Dictionary<int, Deferred<string>> _open = [];
    private int _next;

    [OnStart] void Started() => context.Attach(transport.Responses);

    [Handles(Reentrant = false)]
    Deferred<string> Call()
    {
        var reply = new Deferred<string>();
        int id = ++_next;
        _open[id] = reply;
        context.PipeToSelf(SendAsync(id), failure => new Response(id, failure.Message));
        return reply;
    }

    [Handles]
    void On(Response message)
    {
        if (_open.Remove(message.Id, out Deferred<string>? reply)) reply.Reply(message.Text);
    }

    [Handles] int Open() => _open.Count;

    private async Task<Response> SendAsync(int id)
    {
        await transport.SendAsync(new Request(id), CancellationToken.None);
        return new Response(-id, "");
    }
}

public sealed class Loopback : ITransport
{
    private readonly ConcurrentQueue<Response> _responses = new();

    public ValueTask SendAsync(Request request, CancellationToken cancellationToken)
    {
        _responses.Enqueue(new Response(request.Id, "echo"));
        return ValueTask.CompletedTask;
    }

    public IAsyncEnumerable<Response> Responses => ReadAsync();

    private async IAsyncEnumerable<Response> ReadAsync()
    {
        while (_responses.TryDequeue(out Response? response))
        {
            await Task.Yield();
            yield return response;
        }
    }
}
