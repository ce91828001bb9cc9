using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Whether two messages are one type to the overloads of a ref: tuple names and nullability do not count.</summary>
internal static class MessageTypes
{
    public static bool AreSame(ITypeSymbol left, ITypeSymbol right)
    {
        if (SymbolEqualityComparer.Default.Equals(left, right))
        {
            return true;
        }

        return (left, right) switch
        {
            (IArrayTypeSymbol l, IArrayTypeSymbol r) => l.Rank == r.Rank && AreSame(l.ElementType, r.ElementType),
            (INamedTypeSymbol l, INamedTypeSymbol r) => AreSameGenerics(Plain(l), Plain(r)),
            _ => false,
        };
    }

    private static INamedTypeSymbol Plain(INamedTypeSymbol type) => type.IsTupleType ? type.TupleUnderlyingType ?? type : type;

    private static bool AreSameGenerics(INamedTypeSymbol left, INamedTypeSymbol right)
    {
        if (left.TypeArguments.Length != right.TypeArguments.Length
            || !SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition))
        {
            return false;
        }

        for (var i = 0; i < left.TypeArguments.Length; i++)
        {
            if (!AreSame(left.TypeArguments[i], right.TypeArguments[i]))
            {
                return false;
            }
        }

        return (left.ContainingType, right.ContainingType) is not ({ } outerLeft, { } outerRight)
            || AreSame(outerLeft, outerRight);
    }
}
