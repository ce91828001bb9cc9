using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Finds out which methods can ask and wait: the runtime looks for rings among the actors of those alone.</summary>
internal static class AskReader
{
    internal static bool MayAsk(HandlerSignature handler) => handler.ReplyKind switch
    {
        ReplyKind.Stream => Asks(handler.Method) || !Yields(handler.Method),
        _ => handler.Awaits && Asks(handler.Method),
    };

    internal static bool MayAsk(LifecycleSignature method) => method.ReplyKind != ReplyKind.Void && Asks(method.Method);

    /// <summary>False where nothing but the framework's own ways to wait is called, and no stream is read.</summary>
    private static bool Asks(IMethodSymbol method) => Nodes(method).Any(node => node switch
    {
        InvocationExpressionSyntax call => !IsHarmless(call.Expression),
        CommonForEachStatementSyntax loop => !loop.AwaitKeyword.IsKind(SyntaxKind.None),
        _ => false,
    });

    /// <summary>False where the stream comes from elsewhere: its steps run in turns of this actor all the same.</summary>
    private static bool Yields(IMethodSymbol method) => Nodes(method).Any(node => node is YieldStatementSyntax);

    private static IEnumerable<SyntaxNode> Nodes(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes());

    private static bool IsHarmless(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "nameof" } => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" } => true,
        MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Yield" or "Delay" or "FromResult",
            Expression: var type,
        } => type.ToString() is "Task" or "ValueTask",
        _ => false,
    };
}
