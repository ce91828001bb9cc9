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
        return type.Modifiers.Count > 0 ? type.WithModifiers(type.Modifiers.Add(partial)) : AddFirst(type, partial);
    }

    /// <summary>Before <c>partial</c> where that is there.</summary>
    internal static TypeDeclarationSyntax AddSealed(TypeDeclarationSyntax type)
    {
        var @sealed = SyntaxFactory.Token(SyntaxKind.SealedKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var partial = type.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        if (type.Modifiers.Any(SyntaxKind.SealedKeyword))
        {
            return type;
        }

        if (partial == default)
        {
            return type.Modifiers.Count > 0 ? type.WithModifiers(type.Modifiers.Add(@sealed)) : AddFirst(type, @sealed);
        }

        return type.WithModifiers(type.Modifiers
            .Replace(partial, partial.WithLeadingTrivia(SyntaxTriviaList.Empty))
            .Insert(type.Modifiers.IndexOf(partial), @sealed.WithLeadingTrivia(partial.LeadingTrivia)));
    }

    // What stands before the keyword belongs before the first modifier.
    private static TypeDeclarationSyntax AddFirst(TypeDeclarationSyntax type, SyntaxToken modifier)
        => (TypeDeclarationSyntax)type
            .WithKeyword(type.Keyword.WithLeadingTrivia(SyntaxTriviaList.Empty))
            .WithModifiers(SyntaxFactory.TokenList(modifier.WithLeadingTrivia(type.Keyword.LeadingTrivia)));

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
    internal static MemberDeclarationSyntax MakePrivate(MemberDeclarationSyntax member) => Make(member, SyntaxKind.PrivateKeyword);

    /// <summary>Puts <c>internal</c> in the place of whatever there is, or before all else.</summary>
    internal static MemberDeclarationSyntax MakeInternal(MemberDeclarationSyntax member)
    {
        if (member.Modifiers.Any(IsAccessibility))
        {
            return Make(member, SyntaxKind.InternalKeyword);
        }

        var first = member.AttributeLists.Count > 0 ? member.AttributeLists.Last().GetLastToken().GetNextToken() : member.GetFirstToken();
        var @internal = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space);
        var without = member.ReplaceToken(first, first.WithLeadingTrivia());
        return without.WithModifiers(without.Modifiers.Insert(0, @internal));
    }

    private static MemberDeclarationSyntax Make(MemberDeclarationSyntax member, SyntaxKind accessibility)
    {
        var first = member.Modifiers.FirstOrDefault(IsAccessibility);
        if (first == default)
        {
            return member;
        }

        var rest = member.Modifiers.Where(modifier => modifier != first && !IsAccessibility(modifier));
        var replaced = SyntaxFactory.Token(accessibility).WithTriviaFrom(first);
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
