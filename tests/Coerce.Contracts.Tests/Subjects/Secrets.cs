using System.Collections.Immutable;

namespace Subjects;

#pragma warning disable CA1051 // fields are members of messages, too

[Contract]
public sealed record Secrets(string User, [property: Sensitive] string Password, [Sensitive] int Pin, Secrets.Inner Nested)
{
    [Sensitive] public string? Hint { get; init; }

    [Sensitive] public ImmutableArray<int> Codes;

    public sealed record Inner([property: Sensitive] Item? Card, int Shown);
}
