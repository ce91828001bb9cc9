using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Which collections a list or a map of a message can be.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";
    private const string Frozen = "System.Collections.Frozen";

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

    private static CollectionForm FormOf(INamedTypeSymbol type)
    {
        // Names first: hardly any type has one of these.
        var (form, home) = type.Arity == 1 ? ListOf(type.Name) : MapOf(type.Name);
        return form != CollectionForm.None && IsIn(type, home) ? form : CollectionForm.None;
    }

    private static (CollectionForm Form, string Home) ListOf(string name) => name switch
    {
        "ImmutableArray" => (CollectionForm.ImmutableArray, Immutable),
        "ImmutableList" or "IImmutableList" => (CollectionForm.ImmutableList, Immutable),
        "ImmutableHashSet" or "IImmutableSet" => (CollectionForm.ImmutableHashSet, Immutable),
        "FrozenSet" => (CollectionForm.FrozenSet, Frozen),
        "List" or "IList" or "ICollection" => (CollectionForm.List, Generic),
        "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" => (CollectionForm.Array, Generic),
        "HashSet" or "ISet" or "IReadOnlySet" => (CollectionForm.HashSet, Generic),
        "ReadOnlyMemory" => (CollectionForm.Memory, "System"),
        _ => default,
    };

    private static (CollectionForm Form, string Home) MapOf(string name) => name switch
    {
        "Dictionary" or "IReadOnlyDictionary" => (CollectionForm.Dictionary, Generic),
        "ImmutableDictionary" or "IImmutableDictionary" => (CollectionForm.ImmutableDictionary, Immutable),
        "ImmutableSortedDictionary" => (CollectionForm.ImmutableSortedDictionary, Immutable),
        "FrozenDictionary" => (CollectionForm.FrozenDictionary, Frozen),
        _ => default,
    };
}
