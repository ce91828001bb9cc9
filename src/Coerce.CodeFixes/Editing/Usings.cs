using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Editing;

/// <summary>Adds a using directive where the alphabet has it.</summary>
internal static class Usings
{
    internal static CompilationUnitSyntax Add(CompilationUnitSyntax file, string name)
    {
        if (file.Usings.Any(directive => directive.Alias is null && directive.Name?.ToString() == name))
        {
            return file;
        }

        var lineEnd = LineEnds.Of(file);
        var added = SyntaxFactory.ParseCompilationUnit($"using {name};").Usings[0].WithTrailingTrivia(lineEnd);
        var index = file.Usings.TakeWhile(directive =>
            !directive.GlobalKeyword.IsKind(SyntaxKind.None) || string.CompareOrdinal(directive.Name?.ToString() ?? "", name) < 0).Count();
        if (index > 0)
        {
            return file.WithUsings(file.Usings.Insert(index, added));
        }

        // What stands above the first line stays there.
        var first = file.GetFirstToken(includeZeroWidth: true);
        if (file.Usings.Count == 0)
        {
            var bare = file.ReplaceToken(first, first.WithLeadingTrivia(lineEnd));
            return bare.WithUsings(SyntaxFactory.SingletonList(added.WithLeadingTrivia(first.LeadingTrivia)));
        }

        var without = file.ReplaceToken(first, first.WithLeadingTrivia());
        return without.WithUsings(without.Usings.Insert(0, added.WithLeadingTrivia(first.LeadingTrivia)));
    }
}
