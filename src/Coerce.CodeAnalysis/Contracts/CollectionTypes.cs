using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Which collections a list or a map of a message can be.</summary>
internal static class CollectionTypes
{
    /// <summary>The collection that the type is, with its items and keys.</summary>
    public static (CollectionForm Form, ITypeSymbol? Key, ITypeSymbol Item)? Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return (CollectionForm.Array, null, array.ElementType);
        }

        if (type is not INamedTypeSymbol { Arity: 1 or 2 } named)
        {
            return null;
        }

        var form = FormOf(named);
        return form == CollectionForm.None ? null
            : named.Arity == 1 ? (form, null, named.TypeArguments[0])
            : (form, named.TypeArguments[0], named.TypeArguments[1]);
    }

    /// <summary>Whether it is some collection, known or not.</summary>
    public static bool IsCollection(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
        {
            return true;
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return false;
        }

        foreach (var declared in type.AllInterfaces)
        {
            if (declared.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return true;
            }
        }

        return type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable;
    }

    public static bool IsIn(INamedTypeSymbol type, string name)
        => type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == name;

    private static CollectionForm FormOf(INamedTypeSymbol type) => (type.Name, type.Arity, type.ContainingType is null ? type.ContainingNamespace?.ToDisplayString() : null) switch
    {
        ("ImmutableArray", 1, "System.Collections.Immutable") => CollectionForm.ImmutableArray,
        ("ImmutableList" or "IImmutableList", 1, "System.Collections.Immutable") => CollectionForm.ImmutableList,
        ("ImmutableHashSet" or "IImmutableSet", 1, "System.Collections.Immutable") => CollectionForm.ImmutableHashSet,
        ("FrozenSet", 1, "System.Collections.Frozen") => CollectionForm.FrozenSet,
        ("List" or "IList" or "ICollection", 1, "System.Collections.Generic") => CollectionForm.List,
        ("IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable", 1, "System.Collections.Generic") => CollectionForm.Array,
        ("HashSet" or "ISet" or "IReadOnlySet", 1, "System.Collections.Generic") => CollectionForm.HashSet,
        ("ReadOnlyMemory", 1, "System") => CollectionForm.Memory,
        ("Dictionary" or "IReadOnlyDictionary", 2, "System.Collections.Generic") => CollectionForm.Dictionary,
        ("ImmutableDictionary" or "IImmutableDictionary", 2, "System.Collections.Immutable") => CollectionForm.ImmutableDictionary,
        ("ImmutableSortedDictionary", 2, "System.Collections.Immutable") => CollectionForm.ImmutableSortedDictionary,
        ("FrozenDictionary", 2, "System.Collections.Frozen") => CollectionForm.FrozenDictionary,
        _ => CollectionForm.None,
    };
}
