using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A type of a signature as text that means the same in a generated file.</summary>
/// <param name="Parts">The text in pieces. Some wait for the table of generated types.</param>
/// <param name="DisplayName">What a person would call it: <c>List&lt;AccountRef&gt;</c>.</param>
/// <param name="Reach">Where the type can be named.</param>
/// <param name="Nulls">What <c>null</c> and <c>?</c> mean for it.</param>
internal sealed record TypeText(EquatableArray<TypePart> Parts, string DisplayName, Reach Reach, NullStyle Nulls)
{
    internal static TypeText Fixed(string text, string displayName, Reach reach, NullStyle nulls)
        => new(EquatableArray.Of(TypePart.Fixed(text)), displayName, reach, nulls);

    /// <summary>False before <see cref="Resolve"/>, and when a name means nothing at all: the compiler has told the user.</summary>
    internal bool IsResolved => Parts.All(part => part.IsResolved);

    /// <summary>Whether generated code can name it, outside of the actor and without pointers.</summary>
    internal bool IsNameable => IsResolved && Reach != Reach.Private && Text.IndexOf('*') < 0;

    /// <summary>The text, such as <c>global::Bank.Deposit</c> or <c>string?</c>.</summary>
    internal string Text => string.Concat(Parts.Select(part => part.Text));

    /// <summary>The text for <c>typeof</c>, where a reference type cannot be nullable.</summary>
    internal string Unannotated
        => Nulls == NullStyle.NullableReference && Text.EndsWith("?", StringComparison.Ordinal)
            ? Text.Substring(0, Text.Length - 1)
            : Text;

    /// <param name="types">The generated types of the program.</param>
    /// <param name="own">Where the ref of the actor can be named in whose signature the type stands.</param>
    internal TypeText Resolve(GeneratedTypes types, Reach own)
    {
        if (IsResolved) return this;

        Reach reach = Reach;
        EquatableArray<TypePart> parts = Parts.Select(part => part.Resolve(types, own, ref reach)).ToEquatableArray();
        return this with { Parts = parts, Reach = reach };
    }
}

/// <summary>What <c>null</c> and <c>?</c> mean for a type.</summary>
internal enum NullStyle
{
    /// <summary>A value, nullable or not: <c>int</c>, <c>int?</c>.</summary>
    Value,

    /// <summary>A reference that is not null, or of which nobody said whether it is: <c>string</c>.</summary>
    Reference,

    /// <summary>A reference, or a type parameter, with a question mark: <c>string?</c>, <c>T?</c>.</summary>
    NullableReference,
}
