namespace Connections;

[Actor(StashCapacity = 0)]
public sealed partial class Connection(ActorContext<ConnectionRef> context, string host)
{
    [OnStart] void Begin() => context.PipeToSelf(ConnectAsync(host), onFailure: _ => new Messages.Connected(false));

    [Handles] void On(Terminated message) => context.Stop();

    static async Task<Messages.Connected> ConnectAsync(string host)
    {
        await Task.Yield();
        return new(host.Length > 0);
    }

    [Behavior(Initial = true), Stashes(typeof(Messages.Send)), Stashes(typeof(Messages.Close))]
    private sealed partial class Connecting(Connection connection)
    {
        [Handles] void Connected(bool done) => connection.Become(done ? new Ready() : new Ready());
    }

    [Behavior]
    private sealed partial class Ready
    {
        private int _sent;

        [Handles] void Connected(bool done) { }

        [Handles] async Task<int> Send(ReadOnlyMemory<char> text)
        {
            await Task.Yield();
            return _sent += text.Length;
        }

        [Handles] void Close() => _sent = 0;
    }
}
