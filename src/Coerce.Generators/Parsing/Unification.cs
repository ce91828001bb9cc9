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
        (ITypeParameterSymbol parameter, _) => IsFreeOf(right, parameter),
        (_, ITypeParameterSymbol parameter) => IsFreeOf(left, parameter),
        (IArrayTypeSymbol l, IArrayTypeSymbol r) => l.Rank == r.Rank && MayBeSame(l.ElementType, r.ElementType),
        (INamedTypeSymbol l, INamedTypeSymbol r) => MayBeSame(l, r),
        _ => false,
    };

    // T can become anything but a type that has T in it.
    private static bool IsFreeOf(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        IArrayTypeSymbol array => !Holds(array.ElementType, parameter),
        INamedTypeSymbol named => !Holds(named, parameter),
        _ => true,
    };

    private static bool Holds(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol => SymbolEqualityComparer.Default.Equals(type, parameter),
        IArrayTypeSymbol array => Holds(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Holds(argument, parameter))
            || (named.ContainingType is { } outer && Holds(outer, parameter)),
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
