using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Types by their full names with arities: <c>Bank.Box`1.Item</c>.</summary>
internal static class SymbolKeys
{
    public static string Of(INamedTypeSymbol type)
        => type.ContainingType is { } container
            ? Of(container) + "." + NameWithArity(type.Name, type.Arity)
            : Prefix(type.ContainingNamespace) + NameWithArity(type.Name, type.Arity);

    /// <summary><c>Box`1</c></summary>
    public static string NameWithArity(string name, int arity)
        => arity == 0 ? name : name + "`" + arity.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands before the name of a type in the namespace.</summary>
    public static string Prefix(INamespaceSymbol scope)
        => scope.IsGlobalNamespace ? "" : Prefix(scope.ContainingNamespace) + scope.Name + ".";
}
