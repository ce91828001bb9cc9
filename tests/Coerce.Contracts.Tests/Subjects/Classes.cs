namespace Subjects;

#pragma warning disable CA1051 // fields are members of messages, too

[Contract]
public sealed class Settable
{
    public int Number { get; set; }

    public string Text { get; init; } = "default";

    public required Guid Id { get; init; }

    public int Field;

    public int Twice => Number * 2;

    public static int Shared { get; set; }

    internal int Hidden { get; set; }

    public int this[int index] => index;
}

[Contract]
public sealed record Mixed(int First, string Second)
{
    public long Third { get; init; }

    public string? Fourth { get; set; }
}

[Contract]
public sealed class Constructed
{
    private readonly int[] _numbers;

    public Constructed(string text, int[] numbers)
    {
        Text = text;
        _numbers = numbers;
    }

    public string Text { get; }

    public int[] Numbers => _numbers;
}

[Contract]
public struct Mutable
{
    public int X;
    public int Y { get; set; }
}

[Contract]
public readonly record struct Point(double X, double Y, Mutable Origin, Mutable? Other);

public abstract record Named(string Name);

[Contract]
public sealed record Person(string Name, int Age) : Named(Name);

[Contract]
public record Open(int Number);

public sealed record Derived(int Number, int More) : Open(Number);
