using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Editing;

/// <summary>Puts an attribute before all others, below the comments of what it is put on.</summary>
internal static class Attributes
{
    internal static MemberDeclarationSyntax AddAbove(MemberDeclarationSyntax member, string name, SyntaxTrivia lineEnd)
    {
        var last = member.GetLeadingTrivia().LastOrDefault();
        return Add(member, name, lineEnd, last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default);
    }

    internal static MemberDeclarationSyntax AddBefore(MemberDeclarationSyntax member, string name)
        => Add(member, name, SyntaxFactory.Space, default);

    internal static ParameterSyntax AddBefore(ParameterSyntax parameter, string name)
    {
        var list = SyntaxFactory.ParseMemberDeclaration($"[{name}] class C;")!.AttributeLists[0]
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);

        var without = parameter.WithLeadingTrivia();
        return without.WithAttributeLists(without.AttributeLists.Insert(0, list));
    }

    private static MemberDeclarationSyntax Add(
        MemberDeclarationSyntax member, string name, SyntaxTrivia separator, SyntaxTriviaList indentation)
    {
        // Parsed, because the formatter would lay out a list that is made of parts in its own way.
        var list = SyntaxFactory.ParseMemberDeclaration($"[{name}] class C;")!.AttributeLists[0]
            .WithLeadingTrivia(member.GetLeadingTrivia())
            .WithTrailingTrivia(separator);

        var without = member.WithLeadingTrivia(indentation);
        return without.WithAttributeLists(without.AttributeLists.Insert(0, list));
    }
}
