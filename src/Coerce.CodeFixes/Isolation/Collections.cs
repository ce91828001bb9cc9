using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes;

/// <summary>Collection expressions: where they may stand, and how they are written.</summary>
internal static class Collections
{
    internal static bool HasExpressions(SemanticModel model)
        => model.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 };

    /// <summary>Whether nothing of a list, such as how its items are compared, is lost by it.</summary>
    internal static bool TakesExpression(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => true,
        INamedTypeSymbol { Arity: 1, ContainingType: null } named => named.ContainingNamespace.ToDisplayString() switch
        {
            "System.Collections.Generic" =>
                named.Name is "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection",
            "System.Collections.Immutable" => named.Name is "ImmutableArray" or "ImmutableList" or "IImmutableList",
            _ => false,
        },
        _ => false,
    };

    /// <summary>The same of the text of a type: no dictionary does.</summary>
    internal static bool TakesExpressionOf(string type) => !type.Contains("Dictionary<") && !type.StartsWith("IReadOnlySet<", System.StringComparison.Ordinal);

    /// <summary><c>[.. items]</c></summary>
    internal static ExpressionSyntax Spread(ExpressionSyntax items)
        => SyntaxFactory.ParseExpression($"[.. {items.WithoutTrivia()}]").WithTriviaFrom(items);
}
