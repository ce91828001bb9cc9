using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeAnalysis;

/// <summary>Asks as they are written, where refs do not exist yet.</summary>
internal static class AskSyntax
{
    /// <summary>The calls that a method makes within its turn.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode method)
        => method.DescendantNodes(static node => !IsRunBeside(node)).OfType<InvocationExpressionSyntax>();

    /// <summary>What a call is made on and what is called: <c>ledger</c> and <c>BookAsync</c>.</summary>
    public static (ExpressionSyntax Receiver, string Name)? Target(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => (Unwrap(access.Expression), access.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax binding when call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional =>
            (Unwrap(conditional.Expression), binding.Name.Identifier.ValueText),
        _ => null,
    };

    /// <summary>Whether the function waits for what the call returns, with <c>await</c> or by returning it.</summary>
    public static bool IsAwaited(ExpressionSyntax reply)
    {
        while (true)
        {
            switch (reply.Parent)
            {
                case AwaitExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                    return true;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local }:
                    return IsAwaitedLater(local);
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax same } access when AskCalls.IsSameReply(access.Name.Identifier.ValueText):
                    reply = same;
                    break;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" } } all }:
                    reply = all;
                    break;
                case ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax:
                    reply = (ExpressionSyntax)reply.Parent;
                    break;
                default:
                    return false;
            }
        }
    }

    public static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parentheses:
                    expression = parentheses.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                    expression = sure.Operand;
                    break;
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name }:
                    return name;
                default:
                    return expression;
            }
        }
    }

    private static bool IsAwaitedLater(VariableDeclaratorSyntax local)
        => local.FirstAncestorOrSelf<BlockSyntax>() is { } block
            && block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
                name.Identifier.ValueText == local.Identifier.ValueText && name.Parent is not EqualsValueClauseSyntax && IsAwaited(name));

    private static bool IsRunBeside(SyntaxNode node)
        => node is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: { } call } } && call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type, Name.Identifier.ValueText: var method } } =>
                method is "StartNew" or "ContinueWith" or "Register" or "UnsafeRegister"
                || Last(type) is "ThreadPool" or "Parallel"
                || (method == "Run" && Last(type) is "Task" or WellKnownNames.Deferred),
            ObjectCreationExpressionSyntax { Type: var type } => Last(type) is "Thread" or "Timer" or "Lazy",
            _ => false,
        };

    private static string Last(ExpressionSyntax type) => type switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
