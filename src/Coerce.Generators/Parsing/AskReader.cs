using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Finds out which handlers can ask and wait: the runtime looks for rings among the actors of those alone.</summary>
internal static class AskReader
{
    /// <summary>False where nothing but the framework's own ways to wait is called.</summary>
    internal static bool MayAsk(HandlerSignature handler)
        => handler.Awaits && handler.Method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax()
            .DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => !IsHarmless(call.Expression)));

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
