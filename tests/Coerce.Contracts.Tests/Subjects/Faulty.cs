using System.Collections.Immutable;

namespace Subjects;

/// <summary>Fails where it is read: always, or as often as it is told.</summary>
[Contract]
public sealed class Faulty
{
    private readonly int _failures;
    private int _asked;

    public Faulty(string name, int number, ImmutableArray<Faulty> parts, Moody mood)
    {
        (Name, _failures, Parts, Mood) = (name, number, parts, mood);
    }

    public string Name { get; }

    public int Number => _asked++ < _failures ? throw new NotSupportedException("no number") : 7;

    public ImmutableArray<Faulty> Parts { get; }

    public Moody Mood { get; }
}

/// <summary>Faulty ones, wherever one can be.</summary>
[Contract]
public sealed record Faults(Faulty? One, IReadOnlyDictionary<string, Faulty> ByName, Either? Either, Letter? Letter, (Faulty First, int Second)? Pair);

[Contract]
public abstract record Either
{
    public sealed record Left(Faulty Faulty) : Either;

    public sealed record Right(Moody Mood) : Either;
}
