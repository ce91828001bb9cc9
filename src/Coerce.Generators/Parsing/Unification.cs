using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Whether two messages of a generic actor can become one type, which one class cannot receive twice (CS0695).</summary>
internal static class Unification
{
    internal static bool HasTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasTypeParameter)
            || (named.ContainingType is { } outer && HasTypeParameter(outer)),
        _ => false,
    };

    internal static bool MayBeSame(ITypeSymbol left, ITypeSymbol right) => (left, right) switch
    {
        (ITypeParameterSymbol, _) or (_, ITypeParameterSymbol) => true,
        (IArrayTypeSymbol l, IArrayTypeSymbol r) => l.Rank == r.Rank && MayBeSame(l.ElementType, r.ElementType),
        (INamedTypeSymbol l, INamedTypeSymbol r) => MayBeSame(l, r),
        _ => false,
    };

    private static bool MayBeSame(INamedTypeSymbol left, INamedTypeSymbol right)
    {
        // A type that does not exist yet is known by its name alone.
        bool isOneDefinition = left.TypeKind == TypeKind.Error || right.TypeKind == TypeKind.Error
            ? left.MetadataName == right.MetadataName
            : SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);

        return isOneDefinition
            && left.TypeArguments.Zip(right.TypeArguments, MayBeSame).All(isSame => isSame)
            && (left.ContainingType is not { } outerLeft
                || right.ContainingType is not { } outerRight
                || MayBeSame(outerLeft, outerRight));
    }
}
