using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes;

/// <summary>What stands for a mutable collection.</summary>
internal static class SendableTypes
{
    internal const string Immutable = "System.Collections.Immutable";
    internal const string Generic = "System.Collections.Generic";

    /// <summary><c>ImmutableArray&lt;int&gt;</c> for <c>List&lt;int&gt;</c>; null where there is none.</summary>
    internal static string? ImmutableOf(TypeSyntax syntax, ITypeSymbol type) => Write(syntax, type, "ImmutableArray", "ImmutableDictionary", "ImmutableHashSet");

    /// <summary><c>IReadOnlyList&lt;int&gt;</c> for <c>List&lt;int&gt;</c>; null where there is none.</summary>
    internal static string? ReadOnlyOf(TypeSyntax syntax, ITypeSymbol type) => Write(syntax, type, "IReadOnlyList", "IReadOnlyDictionary", "IReadOnlySet");

    private static string? Write(TypeSyntax syntax, ITypeSymbol type, string list, string dictionary, string set) => (Core(syntax), type) switch
    {
        (ArrayTypeSyntax { RankSpecifiers: { Count: 1 } } array, IArrayTypeSymbol { Rank: 1 }) => $"{list}<{array.ElementType.WithoutTrivia()}>",
        (GenericNameSyntax generic, INamedTypeSymbol { ContainingNamespace: { } scope } named) when scope.ToDisplayString() == Generic => named.Name switch
        {
            "List" or "IList" or "ICollection" => list + generic.TypeArgumentList.WithoutTrivia(),
            "Dictionary" or "IDictionary" => dictionary + generic.TypeArgumentList.WithoutTrivia(),
            "HashSet" or "ISet" => set + generic.TypeArgumentList.WithoutTrivia(),
            _ => null,
        },
        _ => null,
    };

    private static TypeSyntax Core(TypeSyntax syntax) => syntax switch
    {
        NullableTypeSyntax nullable => nullable.ElementType,
        QualifiedNameSyntax { Right: GenericNameSyntax generic } => generic,
        _ => syntax,
    };
}
