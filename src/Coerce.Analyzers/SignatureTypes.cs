using System;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>Looks through the types that a signature is made of.</summary>
internal static class SignatureTypes
{
    /// <summary>The first type that is wanted: of the parameters, then of what the method returns; parts before the whole.</summary>
    internal static INamedTypeSymbol? First(IMethodSymbol method, Func<INamedTypeSymbol, bool> isWanted)
    {
        foreach (var parameter in method.Parameters)
        {
            if (First(parameter.Type, isWanted) is { } found)
            {
                return found;
            }
        }

        return First(method.ReturnType, isWanted);
    }

    private static INamedTypeSymbol? First(ITypeSymbol type, Func<INamedTypeSymbol, bool> isWanted)
    {
        if (type is IArrayTypeSymbol array)
        {
            return First(array.ElementType, isWanted);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        foreach (var argument in named.TypeArguments)
        {
            if (First(argument, isWanted) is { } found)
            {
                return found;
            }
        }

        return isWanted(named) ? named : null;
    }
}
