using System.Runtime.CompilerServices;

namespace Feeds;

public sealed record Subscribe(string Topic);

[Actor]
public sealed partial class Feed
{
    private int _readers;

    [Handles] Task<IAsyncEnumerable<string>> {|COERCE0003:On|}(Subscribe message) => Task.FromResult(ReadAsync(message.Topic, default));

    [Handles] IAsyncEnumerator<string> {|COERCE0003:Open|}(string topic) => ReadAsync(topic, default).GetAsyncEnumerator();

    [Handles] IAsyncEnumerable<string> Follow(string topic, CancellationToken cancellationToken) => ReadAsync(topic, cancellationToken);

    private async IAsyncEnumerable<string> ReadAsync(string topic, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _readers++;
        await Task.Delay(1, cancellationToken);
        yield return topic;
    }
}
