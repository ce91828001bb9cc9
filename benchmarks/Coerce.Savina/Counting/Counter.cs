namespace Coerce.Savina.Counting;

public readonly record struct Increment;

[Actor]
public sealed partial class Counter
{
    private int _count;

    [Handles] void On(Increment message) => _count++;

    [Handles] int GetCount() => _count;
}
