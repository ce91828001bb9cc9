namespace Coerce.Runtime.Tests;

/// <summary>What a timer sends.</summary>
public sealed record Chime(int Number = 0);

/// <summary>Does with a tick what a test wants.</summary>
[Actor]
public sealed partial class Bell(Action<int> onRing)
{
    [Handles] void On(Chime message) => onRing(message.Number);

    [Handles] async Task On(Hold message) => await message.Until.Task;

    [Handles] void Sync() => _ = onRing;
}

/// <summary>Counts the ticks of an activation.</summary>
[Actor("test.nightbell"), Entity(IdleSeconds = 0)]
public sealed partial class NightBell([EntityKey] string key, ActorContext<NightBellRef> context)
{
    private int _rings;

    [Handles] void On(Chime message) => _rings += message.Number;

    [Handles] string Rings() => $"{key} {_rings}";

    [Handles] void RingItself(TimeSpan period) => context.Self.Schedule(new Chime(1), period, period);
}
