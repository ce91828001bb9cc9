using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeAnalysis;

/// <summary>Compares files except for the bodies of their methods.</summary>
/// <remarks>The compiler has such a comparison too, with <c>topLevel</c>, but after a field it leaves out the values of constants.</remarks>
internal static class DeclarationSyntax
{
    public static bool AreSame(SyntaxTree left, SyntaxTree right)
        => AreSame(left.GetRoot(), right.GetRoot()) && BeginTheSame(left.GetRoot(), right.GetRoot());

    // A comment there says that a file is generated, and so none of the analyzers' business.
    private static bool BeginTheSame(SyntaxNode left, SyntaxNode right)
        => left.GetLeadingTrivia().ToFullString() == right.GetLeadingTrivia().ToFullString();

    private static bool AreSame(SyntaxNode left, SyntaxNode right)
    {
        if (left.RawKind != right.RawKind)
        {
            return false;
        }

        if (left.IsIncrementallyIdenticalTo(right))
        {
            return true;
        }

        // "#nullable" goes on after the body that it stands in.
        var hasDirectives = left.ContainsDirectives || right.ContainsDirectives;
        if (IsBody(left))
        {
            return !hasDirectives && HasField(left) == HasField(right);
        }

        if (left is ExpressionSyntax or GlobalStatementSyntax)
        {
            return AreSameText(left, right, hasDirectives);
        }

        var before = left.ChildNodesAndTokens();
        var after = right.ChildNodesAndTokens();
        if (before.Count != after.Count)
        {
            return false;
        }

        for (var i = 0; i < before.Count; i++)
        {
            if (!AreSame(before[i], after[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(SyntaxNodeOrToken left, SyntaxNodeOrToken right)
        => (left.AsNode(), right.AsNode()) switch
        {
            ({ } before, { } after) => AreSame(before, after),
            (null, null) => AreSame(left.AsToken(), right.AsToken()),
            _ => false,
        };

    private static bool AreSame(SyntaxToken left, SyntaxToken right)
        => left.RawKind == right.RawKind
            && left.Text == right.Text
            && (!(left.ContainsDirectives || right.ContainsDirectives) || left.ToFullString() == right.ToFullString());

    // An expression may be too deep to be walked through.
    private static bool AreSameText(SyntaxNode left, SyntaxNode right, bool hasDirectives)
        => hasDirectives ? left.ToFullString() == right.ToFullString() : left.ToString() == right.ToString();

    // With the word "field" a property has one.
    private static bool HasField(SyntaxNode body)
        => body.Parent is PropertyDeclarationSyntax or AccessorDeclarationSyntax
            && body.DescendantTokens().Any(static token => token.Text == "field");

    /// <summary>Code that nothing outside of it can tell apart from other code.</summary>
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } =>
            !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };
}
