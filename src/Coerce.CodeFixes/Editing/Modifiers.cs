using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Editing;

/// <summary>Adds and removes modifiers and leaves comments and blank lines where they are.</summary>
internal static class Modifiers
{
    /// <summary>The word has to be the last before the keyword, so that it is added at the end.</summary>
    internal static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
        {
            return type.WithModifiers(type.Modifiers.Add(partial));
        }

        // What stands before the keyword belongs before the first modifier.
        partial = partial.WithLeadingTrivia(type.Keyword.LeadingTrivia);
        return type
            .WithKeyword(type.Keyword.WithLeadingTrivia(SyntaxTriviaList.Empty))
            .WithModifiers(SyntaxFactory.TokenList(partial));
    }

    internal static MemberDeclarationSyntax Remove(MemberDeclarationSyntax member, SyntaxKind kind)
    {
        var modifier = member.Modifiers.FirstOrDefault(candidate => candidate.IsKind(kind));
        if (modifier == default)
        {
            return member;
        }

        var next = modifier.GetNextToken();
        var without = member.ReplaceTokens(
            new[] { modifier, next },
            (original, _) => original == modifier
                ? SyntaxFactory.Token(SyntaxKind.None)
                : next.WithLeadingTrivia(modifier.LeadingTrivia.AddRange(CommentsBetween(modifier, next))));

        return without.WithModifiers(SyntaxFactory.TokenList(without.Modifiers.Where(left => !left.IsKind(SyntaxKind.None))));
    }

    /// <summary>Puts one accessibility in the place of whatever there is.</summary>
    internal static MemberDeclarationSyntax MakePrivate(MemberDeclarationSyntax member)
    {
        var first = member.Modifiers.FirstOrDefault(IsAccessibility);
        if (first == default)
        {
            return member;
        }

        var rest = member.Modifiers.Where(modifier => modifier != first && !IsAccessibility(modifier));
        var replaced = SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTriviaFrom(first);
        return member.WithModifiers(SyntaxFactory.TokenList(new[] { replaced }.Concat(rest)));
    }

    private static bool IsAccessibility(SyntaxToken modifier)
        => modifier.Kind()
            is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private static SyntaxTriviaList CommentsBetween(SyntaxToken modifier, SyntaxToken next)
    {
        var between = modifier.TrailingTrivia.AddRange(next.LeadingTrivia);
        return SyntaxFactory.TriviaList(between.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
    }
}
