using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            editor.ReplaceNode(editor.OriginalRoot, (root, _) => Add((CompilationUnitSyntax)root, missing, LineEnds.Of(editor.OriginalRoot)));
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

    // Among those of the framework in order, after all others.
    private static int PlaceOf(string name, SyntaxList<UsingDirectiveSyntax> usings)
    {
        var before = IsOfSystem(name)
            ? usings.LastIndexOf(directive => directive.Alias is null && directive.Name?.ToString() is { } other && IsOfSystem(other) && string.CompareOrdinal(other, name) < 0)
            : -1;
        return before < 0 ? usings.Count : before + 1;
    }

    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static CompilationUnitSyntax Add(CompilationUnitSyntax root, IEnumerable<string> namespaces, SyntaxTrivia lineEnd)
    {
        foreach (var name in namespaces)
        {
            if (root.Usings.Any(directive => directive.Name?.ToString() == name))
            {
                continue;
            }

            var directive = SyntaxFactory.ParseCompilationUnit($"using {name};{lineEnd}").Usings[0];
            if (root.Usings.Count > 0)
            {
                root = root.WithUsings(root.Usings.Insert(PlaceOf(name, root.Usings), directive));
                continue;
            }

            // What stands at the top of the file stays there.
            var first = root.GetFirstToken(includeZeroWidth: true);
            var leading = first.LeadingTrivia;
            root = root.ReplaceToken(first, first.WithLeadingTrivia(lineEnd));
            root = root.WithUsings(SyntaxFactory.SingletonList(directive.WithLeadingTrivia(leading)));
        }

        return root;
    }
}
