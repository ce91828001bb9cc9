using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>The order in which things were written: parts of a class come in the order of the files, which is not the same on every machine.</summary>
internal static class SourceOrder
{
    internal static IEnumerable<T> Of<T>(IEnumerable<T> items, Func<T, ISymbol> symbol) => items
        .OrderBy(item => Syntax(symbol(item))?.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(item => Syntax(symbol(item))?.SpanStart ?? 0);

    internal static SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
