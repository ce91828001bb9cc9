namespace Documented;

/// <summary>Counts what it is given.</summary>
/// <param name="start">Where it begins.</param>
/// <remarks>See <see cref="CounterRef"/>, <see cref="On(Add)"/>, <see cref="CounterRef.AskAsync(Add, CancellationToken)"/>
/// and <c>&lt;nothing&gt;</c>.</remarks>
/// <example>
/// <code><![CDATA[
/// await counter.AskAsync(new Add(1)) < 5 && true;
/// ]]></code>
/// </example>
[Actor]
public sealed partial class Counter(int start)
{
    private int _count = start;

    /// <summary>Adds.</summary>
    /// <param name="message">What to add: <see cref="Add.Amount"/>.</param>
    /// <returns>The <paramref name="message"/> and all before.</returns>
    [Handles] public int On(Add message) => _count += message.Amount;

    /// <inheritdoc cref="On(Add)"/>
    [Handles] public int Next() => ++_count;
}

/// <summary>A message for <see cref="Counter"/>; <see cref="Counter.Messages.Next"/> is another.</summary>
/// <param name="Amount">How much.</param>
public readonly record struct Add(int Amount);
