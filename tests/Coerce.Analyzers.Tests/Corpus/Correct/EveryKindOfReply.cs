using System.Runtime.CompilerServices;

namespace Replies;

public sealed record A(int Value);
public sealed record B(int Value);
public sealed record C(int Value);
public sealed record D(int Value);
public sealed record E(int Value);
public sealed record F(int Value);
public sealed record G(int Value);
public sealed record H(int Value);

[Actor("replies.all")]
public sealed partial class Replier
{
    private int _sum;

    [Handles] void On(A message) => _sum += message.Value;

    [Handles] int On(B message) => _sum += message.Value;

    [Handles] Task On(C message) => Task.FromResult(_sum += message.Value);

    [Handles]
    async Task<int> On(D message)
    {
        await Task.Yield();
        return _sum += message.Value;
    }

    [Handles]
    async ValueTask On(E message)
    {
        await Task.Yield();
        _sum += message.Value;
    }

    [Handles] ValueTask<int> On(F message) => new(_sum += message.Value);

    [Handles] Deferred<int> On(G message) => Deferred.Run(_ => Task.FromResult(message.Value));

    [Handles]
    async IAsyncEnumerable<int> On(H message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = 0; i < message.Value; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return _sum + i;
        }
    }

    [Handles] (int Sum, string? Text) Both(string? text) => (_sum, text);

    [Handles] int? MaybeNone(bool none) => none ? null : _sum;
}

public static class Use
{
    public static async Task<int> RunAsync(ReplierRef replier, CancellationToken cancellationToken)
    {
        await replier.AskAsync(new A(1), cancellationToken);
        int b = await replier.AskAsync(new B(2), cancellationToken);
        await replier.AskAsync(new C(3), TimeSpan.FromSeconds(1), cancellationToken);
        int d = await replier.AskAsync(new D(4));
        await replier.AskAsync(new E(5));
        int f = await replier.AskAsync(new F(6));
        int g = await replier.AskAsync(new G(7));
        await foreach (int item in replier.StreamAsync(new H(8), cancellationToken)) g += item;
        (int sum, string? text) = await replier.BothAsync(null);
        return b + d + f + g + sum + (text?.Length ?? 0) + (await replier.MaybeNoneAsync(true) ?? 0);
    }
}
