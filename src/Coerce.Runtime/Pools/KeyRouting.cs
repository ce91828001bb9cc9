using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>Messages with the same key go to the same member of a pool. See <see cref="Routing.ByKey{TMessage}(Func{TMessage, string})"/>.</summary>
public sealed class KeyRouting : Routing
{
    private readonly Func<Envelope, ulong?>[] _keys;

    private KeyRouting(Func<Envelope, ulong?>[] keys) => _keys = keys;

    internal static KeyRouting None { get; } = new([]);

    /// <summary>The same routing with a key for one more type of message.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="key">Its key. Called in the sender's thread, which gets what it throws.</param>
    /// <returns>A copy.</returns>
    public KeyRouting And<TMessage>(Func<TMessage, string> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return With<TMessage>(message => StableHash.Of(key(message)));
    }

    /// <inheritdoc cref="And{TMessage}(Func{TMessage, string})"/>
    public KeyRouting And<TMessage>(Func<TMessage, long> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return With<TMessage>(message => StableHash.Of(key(message)));
    }

    /// <inheritdoc cref="And{TMessage}(Func{TMessage, string})"/>
    public KeyRouting And<TMessage>(Func<TMessage, Guid> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return With<TMessage>(message => StableHash.Of(key(message)));
    }

    internal override ActorCell Choose(Envelope envelope, PoolMember[] members, ref uint turn)
    {
        foreach (Func<Envelope, ulong?> keyOf in _keys)
        {
            if (keyOf(envelope) is { } key) return Highest(members, key);
        }

        return Next(members, ref turn);
    }

    /// <summary>Each member draws a number for the key, and the highest gets it (rendezvous hashing): a member that leaves takes
    /// only its own keys from where they were, one that comes takes only those that it wins.</summary>
    private static ActorCell Highest(PoolMember[] members, ulong key)
    {
        ActorCell best = members[0].Cell;
        ulong most = 0;
        foreach (PoolMember member in members)
        {
            ulong drawn = StableHash.Mix(key ^ StableHash.Of(member.Number));
            if (drawn < most) continue;
            most = drawn;
            best = member.Cell;
        }

        return best;
    }

    private KeyRouting With<TMessage>(Func<TMessage, ulong> hash) =>
        new([.. _keys, envelope => envelope is ICarrier<TMessage> typed ? hash(typed.Message) : null]);
}
