using System.Collections.Immutable;

namespace Coerce.Benchmarks.Contracts;

/// <summary>Two fields.</summary>
[Contract]
public sealed record Small(int Number, string Text);

/// <summary>Twelve fields of most kinds.</summary>
[Contract]
public sealed record Medium(
    long Id, string Name, string? Email, int Age, double Balance, bool IsActive, State State, DateTimeOffset Created, Address Home, Address? Work,
    ImmutableArray<string> Tags, ImmutableArray<int> Scores);

public sealed record Address(string Street, string City, int Zip);

public enum State { None, Open, Closed }

/// <summary>A thousand numbers and a thousand messages.</summary>
[Contract]
public sealed record Large(ImmutableArray<int> Numbers, ImmutableArray<Small> Items);
