namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Numbers that are reserved, both ends included.</summary>
internal readonly record struct NumberRange(int Start, int End)
{
    public bool Contains(int number) => number >= Start && number <= End;
}
