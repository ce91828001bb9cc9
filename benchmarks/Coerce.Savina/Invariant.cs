namespace Coerce.Savina;

/// <summary>Something that must hold does not: a message was lost, handled twice or out of order.</summary>
public sealed class InvariantException(string message) : Exception(message);

/// <summary>Checks at the end of a program. Actors, which check with each message, throw themselves: a text that is made each time
/// would cost more than the message.</summary>
public static class Invariant
{
    public static void Equal(long expected, long actual, string what)
    {
        if (actual != expected) throw new InvariantException($"{what}: {actual:N0}, but {expected:N0} is right.");
    }

    public static void AtMost(long limit, long actual, string what)
    {
        if (actual > limit) throw new InvariantException($"{what}: {actual:N0}, but {limit:N0} is the most there may be.");
    }
}
