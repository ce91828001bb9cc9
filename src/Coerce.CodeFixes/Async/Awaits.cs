using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Async;

/// <summary>Writes <c>await</c> before an expression.</summary>
internal static class Awaits
{
    internal static ExpressionSyntax Of(ExpressionSyntax task)
    {
        var operand = task is AssignmentExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(task)
            : task;
        var keyword = SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.AwaitExpression(keyword, operand);
    }

    /// <summary>The same in the place of another expression: in parentheses where something is done with the result at once.</summary>
    internal static ExpressionSyntax InPlaceOf(ExpressionSyntax replaced, ExpressionSyntax task)
    {
        var awaited = Of(task.WithoutTrivia());
        return (NeedsParentheses(replaced) ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited).WithTriviaFrom(replaced);
    }

    private static bool NeedsParentheses(ExpressionSyntax replaced) => replaced.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == replaced,
        ElementAccessExpressionSyntax access => access.Expression == replaced,
        ConditionalAccessExpressionSyntax access => access.Expression == replaced,
        InvocationExpressionSyntax or PostfixUnaryExpressionSyntax => true,
        _ => false,
    };
}
