using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>Which member of a pool gets a message.</summary>
/// <remarks>Immutable and thread-safe; one can serve any number of pools.</remarks>
public abstract class Routing
{
    private protected Routing()
    {
    }

    /// <summary>The members take turns. What a pool does unless told otherwise.</summary>
    public static Routing RoundRobin { get; } = new TakeTurns();

    /// <summary>The member with the least to do gets the message: the fewest that wait, the one that is handled counted.</summary>
    /// <remarks>Every send looks at every member. Among equals they take turns.</remarks>
    public static Routing LeastLoaded { get; } = new FewestWaiting();

    /// <summary>Every member gets every message that is told. Asks fail with <see cref="InvalidOperationException"/>: there would
    /// be many replies; ask the <see cref="Pool{TRef}.Members"/> instead.</summary>
    public static Routing Broadcast { get; } = new ToAll();

    /// <summary>Messages with the same key go to the same member.</summary>
    /// <remarks>The hash is the same in every process. When members come or go, only the keys move that must. Messages of other
    /// types take turns, unless <see cref="KeyRouting.And{TMessage}(Func{TMessage, string})"/> gives them a key as
    /// well.</remarks>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="key">Its key. Called in the sender's thread, which gets what it throws.</param>
    public static KeyRouting ByKey<TMessage>(Func<TMessage, string> key) => KeyRouting.None.And(key);

    /// <inheritdoc cref="ByKey{TMessage}(Func{TMessage, string})"/>
    public static KeyRouting ByKey<TMessage>(Func<TMessage, long> key) => KeyRouting.None.And(key);

    /// <inheritdoc cref="ByKey{TMessage}(Func{TMessage, string})"/>
    public static KeyRouting ByKey<TMessage>(Func<TMessage, Guid> key) => KeyRouting.None.And(key);

    /// <summary>Chooses a member. There is one at least.</summary>
    /// <param name="envelope">The message.</param>
    /// <param name="members">The members.</param>
    /// <param name="turn">The pool's own count of turns.</param>
    internal abstract ActorCell Choose(Envelope envelope, PoolMember[] members, ref uint turn);

    private protected static ActorCell Next(PoolMember[] members, ref uint turn) =>
        members[Interlocked.Increment(ref turn) % (uint)members.Length].Cell;

    private sealed class TakeTurns : Routing
    {
        internal override ActorCell Choose(Envelope envelope, PoolMember[] members, ref uint turn) => Next(members, ref turn);
    }

    private sealed class FewestWaiting : Routing
    {
        internal override ActorCell Choose(Envelope envelope, PoolMember[] members, ref uint turn)
        {
            uint start = Interlocked.Increment(ref turn);
            ActorCell? best = null;
            int least = int.MaxValue;
            for (uint i = 0; i < (uint)members.Length && least > 0; i++)
            {
                ActorCell cell = members[(start + i) % (uint)members.Length].Cell;
                int load = cell.Load;
                if (load >= least) continue;
                least = load;
                best = cell;
            }

            return best!;
        }
    }

    private sealed class ToAll : Routing
    {
        internal override ActorCell Choose(Envelope envelope, PoolMember[] members, ref uint turn) =>
            throw new InvalidOperationException(
                "A broadcast pool does not answer asks: each of its members would. Ask the members, Pool.Of(pool).Members, or tell.");
    }
}
