using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Handlers;

/// <summary>Whether the body of a method still compiles when the method returns something else.</summary>
internal sealed class ReplyBody(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Whether it does nothing but throw.</summary>
    internal bool Throws
        => method is { ExpressionBody.Expression: ThrowExpressionSyntax }
        || (method.Body is { Statements: { Count: 1 } statements } && statements[0] is ThrowStatementSyntax);

    /// <param name="reply">What it hands over; null for nothing.</param>
    /// <param name="type">What it returns: the reply, or a task of it; null for nothing.</param>
    internal bool CanReturn(ITypeSymbol? reply, ITypeSymbol? type)
    {
        if (Throws)
        {
            return true;
        }

        // The value that a return gives: within an async method the reply itself.
        var value = symbol.IsAsync ? reply : type;
        if (method.ExpressionBody is { Expression: var expression })
        {
            return value is null ? IsStatement(expression) : Converts(expression, value);
        }

        var returns = Returns().ToArray();
        return value is null
            ? returns.All(static statement => statement.Expression is null)
            : returns.Length > 0 && returns.All(statement => statement.Expression is { } returned && Converts(returned, value));
    }

    private IEnumerable<ReturnStatementSyntax> Returns()
        => method.Body?.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>() ?? Enumerable.Empty<ReturnStatementSyntax>();

    private bool Converts(ExpressionSyntax expression, ITypeSymbol to)
        => !cancellationToken.IsCancellationRequested && model.ClassifyConversion(expression, to).IsImplicit;

    private static bool IsStatement(ExpressionSyntax expression)
        => expression is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax
            || expression.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
                or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;
}
