using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeAnalysis;

/// <summary>What doc comments say of symbols, as plain text.</summary>
/// <remarks>Read from the text of the declarations: the compiler itself takes doc comments for plain ones where a project writes no documentation
/// file, which most do not.</remarks>
internal static class DocComments
{
    public static string? Summary(ISymbol symbol) => Find(symbol, "summary", null);

    /// <summary>What a constructor, a method or a record says of a parameter.</summary>
    public static string? Parameter(ISymbol symbol, string name) => Find(symbol, "param", name);

    // The parts of a type may have a comment each: the first that says something counts.
    private static string? Find(ISymbol symbol, string element, string? name)
        => symbol.DeclaringSyntaxReferences
            .Select(reference => Declaration(reference.GetSyntax()))
            .Select(declaration => DocText.Of(Source(declaration), element, name))
            .FirstOrDefault(static text => text is not null);

    private static SyntaxNode Declaration(SyntaxNode node)
        => node is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: { } field } } ? field : node;

    /// <summary>The XML in front of a declaration: of what the compiler would take, without what marks it as a comment.</summary>
    private static string Source(SyntaxNode declaration)
    {
        var blocks = new List<string>();
        foreach (var trivia in declaration.GetLeadingTrivia().Reverse())
        {
            var text = TextOf(trivia);
            if (text is not null)
            {
                blocks.Add(text);
            }
            else if (blocks.Count > 0 && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                break;
            }
        }

        blocks.Reverse();
        return string.Join("\n", blocks);
    }

    private static string? TextOf(SyntaxTrivia trivia)
    {
        switch (trivia.Kind())
        {
            case SyntaxKind.SingleLineDocumentationCommentTrivia:
            case SyntaxKind.SingleLineCommentTrivia:
                var lines = trivia.ToFullString();
                return lines.StartsWith("///", StringComparison.Ordinal) && !lines.StartsWith("////", StringComparison.Ordinal) ? WithoutMarks(lines, "///") : null;

            case SyntaxKind.MultiLineDocumentationCommentTrivia:
            case SyntaxKind.MultiLineCommentTrivia:
                var block = trivia.ToFullString();
                return block.Length > 4 && block.StartsWith("/**", StringComparison.Ordinal) && block[3] != '*' && block.EndsWith("*/", StringComparison.Ordinal)
                    ? WithoutMarks(block.Substring(3, block.Length - 5), "*")
                    : null;

            default:
                return null;
        }
    }

    private static string WithoutMarks(string text, string mark)
        => string.Join("\n", text.Split('\n').Select(static line => line.TrimStart()).Select(line => line.StartsWith(mark, StringComparison.Ordinal) ? line.Substring(mark.Length) : line));
}
