using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The cases of a generic hierarchy: those of <c>Result&lt;int&gt;</c> are <c>Ok&lt;int&gt;</c> and <c>Failed&lt;int&gt;</c>.</summary>
internal static class ClosedCases
{
    /// <summary>The case as it is in the hierarchy; null when that does not say all of its type arguments.</summary>
    /// <param name="type">The case, as it is declared.</param>
    /// <param name="hierarchy">The hierarchy, with its type arguments.</param>
    public static INamedTypeSymbol? Of(INamedTypeSymbol type, INamedTypeSymbol hierarchy)
    {
        // Result<T>.Ok
        if (type.Arity == 0 && IsGeneric(type.ContainingType))
        {
            return SymbolEqualityComparer.Default.Equals(type.ContainingType, hierarchy.OriginalDefinition)
                ? hierarchy.GetTypeMembers(type.Name, 0).FirstOrDefault()
                : null;
        }

        if (type.Arity == 0)
        {
            // Of Result<int> alone: no case of another one.
            return Base(type, hierarchy) is { } own && SymbolEqualityComparer.Default.Equals(own, hierarchy) ? type : null;
        }

        // Ok<T> : Result<T>
        if (IsGeneric(type.ContainingType) || Base(type, hierarchy) is not { } ancestor || ancestor.Arity != hierarchy.Arity)
        {
            return null;
        }

        var arguments = type.TypeParameters
            .Select(parameter => ancestor.TypeArguments.Select((argument, index) => (argument, index))
                .Where(pair => SymbolEqualityComparer.Default.Equals(pair.argument, parameter))
                .Select(pair => hierarchy.TypeArguments[pair.index])
                .FirstOrDefault())
            .ToArray();
        return arguments.Any(static argument => argument is null) ? null : type.Construct(arguments!);
    }

    private static INamedTypeSymbol? Base(INamedTypeSymbol type, INamedTypeSymbol hierarchy)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, hierarchy.OriginalDefinition))
            {
                return ancestor;
            }
        }

        return null;
    }

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.Arity > 0 || IsGeneric(type.ContainingType));
}
