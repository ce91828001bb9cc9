using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Symbols as text of a generated file, and as keys of <see cref="GeneratedType"/>.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary><c>global::Bank.Box&lt;string?&gt;</c></summary>
    internal static string FullName(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary><c>Box&lt;string?&gt;</c></summary>
    internal static string ShortName(ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>A type without its own type arguments: <c>global::Bank.Box</c>.</summary>
    internal static string DefinitionName(INamedTypeSymbol type) => Prefix(type) + Identifiers.Escape(type.Name);

    /// <summary>What stands before the name of a sibling: <c>global::Bank.</c>, <c>global::Bank.Branch&lt;T&gt;.</c></summary>
    internal static string Prefix(INamedTypeSymbol type)
        => type.ContainingType is { } container ? FullName(container) + "." : Prefix(type.ContainingNamespace);

    /// <summary>What stands before the name of a type of the namespace: <c>global::Bank.</c></summary>
    internal static string Prefix(INamespaceSymbol scope)
        => scope.IsGlobalNamespace ? "global::" : scope.ToDisplayString(Full) + ".";

    /// <summary>A namespace as a declaration names it; empty for the global one.</summary>
    internal static string NamespaceName(INamespaceSymbol scope)
        => scope.IsGlobalNamespace ? "" : scope.ToDisplayString(Full).Substring("global::".Length);

    /// <summary>The full name with arities: <c>Bank.Box`1.Item</c>.</summary>
    internal static string Key(INamedTypeSymbol type) => SymbolKeys.Of(type);

    /// <summary><c>Box`1</c></summary>
    internal static string NameWithArity(string name, int arity) => SymbolKeys.NameWithArity(name, arity);

    internal static string KeyPrefix(INamespaceSymbol scope) => SymbolKeys.Prefix(scope);
}
