using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A piece of a type's text: fixed, or a name that may mean a generated type.</summary>
/// <remarks>
/// The refs of a program do not exist while the generator reads the program, so that the compiler cannot say what
/// <c>AccountRef</c> means. The reader notes what it would mean at each level of C#'s name lookup, and the first level that
/// has a generated type decides.
/// </remarks>
/// <param name="Text">The text; null for a name.</param>
/// <param name="Levels">What the name would mean, from the nearest scope outwards.</param>
/// <param name="Otherwise">What the name means when no level has a generated type. Empty when that is nothing.</param>
internal sealed record TypePart(string? Text, EquatableArray<LookupLevel> Levels, EquatableArray<TypePart> Otherwise)
{
    internal bool IsResolved => Text is not null;

    internal static TypePart Fixed(string text) => new(text, default, default);

    /// <summary>A name that means nothing, or nothing that a signature can have.</summary>
    internal static TypePart Unknown { get; } = new(null, default, default);

    internal TypePart Resolve(GeneratedTypes types, Reach own, ref Reach reach)
    {
        if (Text is not null) return this;

        foreach (LookupLevel level in Levels)
        {
            GeneratedType? found = null;
            foreach (LookupCandidate candidate in level.Candidates)
            {
                if (types.Find(candidate.Key) is not { } type) continue;

                // Two at one level: ambiguous for the compiler too, which says so at the user's own line.
                if (found is not null) return Unknown;

                found = type;
            }

            if (found is null) continue;

            string key = found.Key;
            if (found.Reach > own && found.Reach > reach) reach = found.Reach;

            return Fixed(level.Candidates.First(candidate => candidate.Key == key).Text);
        }

        string text = "";
        foreach (TypePart part in Otherwise)
        {
            TypePart resolved = part.Resolve(types, own, ref reach);
            if (resolved.Text is null) return Unknown;

            text += resolved.Text;
        }

        return text.Length > 0 ? Fixed(text) : Unknown;
    }
}

/// <summary>One scope of name lookup: the candidates exclude each other.</summary>
internal sealed record LookupLevel(EquatableArray<LookupCandidate> Candidates);

/// <summary>What a name would mean.</summary>
/// <param name="Key">The key of <see cref="GeneratedType"/>.</param>
/// <param name="Text">The text that names it in a generated file.</param>
internal sealed record LookupCandidate(string Key, string Text);
