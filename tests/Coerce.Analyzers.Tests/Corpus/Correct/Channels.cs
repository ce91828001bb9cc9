using System.Threading.Channels;

namespace Piping;

public sealed record Write(string Line);

[Actor]
public sealed partial class Writer(ChannelWriter<string> lines)
{
    private int _written;

    [Handles]
    async ValueTask<bool> On(Write message, CancellationToken cancellationToken)
    {
        while (await lines.WaitToWriteAsync(cancellationToken))
        {
            if (lines.TryWrite(message.Line))
            {
                _written++;
                return true;
            }
        }

        return false;
    }

    [Handles] int Written() => _written;

    [OnStop] void Stopped() => lines.TryComplete();
}

[Actor]
public sealed partial class Reader(ChannelReader<string> lines, ActorContext<ReaderRef> context)
{
    private int _read;

    [OnStart] void Started() => context.Attach(lines.ReadAllAsync());

    [Handles] void On(string message) => _read += message.Length;

    [Handles] int Count() => _read;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        Channel<string> channel = Channel.CreateBounded<string>(10);
        WriterRef writer = system.Spawn(Writer.Props(channel.Writer));
        ReaderRef reader = system.Spawn(Reader.Props(channel.Reader));
        bool written = await writer.AskAsync(new Write("line"));
        return await reader.CountAsync() + await writer.WrittenAsync() + (written ? 1 : 0);
    }
}
