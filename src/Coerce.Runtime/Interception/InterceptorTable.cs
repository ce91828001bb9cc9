using System.Collections.Concurrent;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The interceptors of a system: one instance of each for an actor class.</summary>
internal sealed class InterceptorTable
{
    private readonly ConcurrentDictionary<object, TurnInterceptor[]> _ofTurns = [];
    private readonly ConcurrentDictionary<object, SendInterceptor[]> _ofSends = [];
    private readonly Lock _making = new();

    /// <param name="actor">What is the same for all actors of a class.</param>
    /// <param name="make">Makes them; what a constructor throws comes out, and the next one tries again.</param>
    public TurnInterceptor[] OfTurns(object actor, Func<TurnInterceptor[]> make) => Get(_ofTurns, actor, make);

    /// <inheritdoc cref="OfTurns"/>
    public SendInterceptor[] OfSends(object actor, Func<SendInterceptor[]> make) => Get(_ofSends, actor, make);

    private T[] Get<T>(ConcurrentDictionary<object, T[]> table, object actor, Func<T[]> make)
    {
        if (table.TryGetValue(actor, out T[]? made)) return made;
        lock (_making)
        {
            // Made once only: an interceptor may count, or hold a connection.
            if (!table.TryGetValue(actor, out made)) table[actor] = made = make();
            return made;
        }
    }
}
