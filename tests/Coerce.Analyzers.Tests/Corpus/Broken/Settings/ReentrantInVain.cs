using System.Runtime.CompilerServices;

namespace Jobs;

public sealed record Wait(int Milliseconds);

[Actor]
public sealed partial class Waiter
{
    private int _waited;

    [Handles({|COERCE0010:Reentrant = true|})] int Waited() => _waited;

    [Handles({|COERCE0010:Reentrant = true|})] void On(Wait message) => _waited += message.Milliseconds;

    [Handles({|COERCE0010:Reentrant = true|})] Deferred<int> Later() => Deferred.Run(_ => Task.FromResult(1));

    [Handles({|COERCE0010:Reentrant = true|})]
    async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(_waited, cancellationToken);
        yield return _waited;
    }

    [Handles(Reentrant = true)] async Task Pause(int milliseconds, CancellationToken cancellationToken) => await Task.Delay(milliseconds, cancellationToken);
}
