using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Editing;

/// <summary>The braces of a class, and how far it is indented.</summary>
internal static class ClassBodies
{
    /// <summary>A class without a body ends with a semicolon.</summary>
    internal static ClassDeclarationSyntax WithBody(ClassDeclarationSyntax current, string indentation, string lineEnd)
    {
        if (!current.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            return current;
        }

        var end = current.SemicolonToken.TrailingTrivia;
        return current
            .WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken)
                .WithLeadingTrivia(SyntaxFactory.EndOfLine(lineEnd), SyntaxFactory.Whitespace(indentation))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd)))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken)
                .WithLeadingTrivia(SyntaxFactory.Whitespace(indentation))
                .WithTrailingTrivia(end));
    }

    internal static string Indentation(SyntaxNode node)
        => node.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
}
