using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Editing;

/// <summary>Using directives for the types that a fix names.</summary>
internal static class Imports
{
    /// <summary>Adds those without which the types would have to be written in full.</summary>
    /// <param name="editor">The document.</param>
    /// <param name="position">Where they are named.</param>
    /// <param name="types">The types.</param>
    internal static void Add(DocumentEditor editor, int position, IEnumerable<ITypeSymbol?> types)
    {
        var missing = types
            .SelectMany(Outermost)
            .Where(type => editor.SemanticModel.LookupNamespacesAndTypes(position, name: type.Name).IsEmpty)
            .Select(static type => type.ContainingNamespace.ToDisplayString())
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToArray();

        if (missing.Length > 0)
        {
            editor.ReplaceNode(editor.OriginalRoot, (root, _) => missing.Aggregate((CompilationUnitSyntax)root, Usings.Add));
        }
    }

    // What is nested is named by what is around it.
    private static IEnumerable<INamedTypeSymbol> Outermost(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Outermost(array.ElementType);
        }

        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } named)
        {
            return Enumerable.Empty<INamedTypeSymbol>();
        }

        var outer = named;
        while (outer.ContainingType is { } container)
        {
            outer = container;
        }

        var arguments = named.TypeArguments.SelectMany(Outermost);
        return outer.ContainingNamespace is { IsGlobalNamespace: false } ? arguments.Append(outer) : arguments;
    }
}
