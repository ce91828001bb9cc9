using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers;

/// <summary>The lambdas, local functions and methods around an operation.</summary>
internal static class EnclosingFunctions
{
    /// <summary>The innermost one.</summary>
    internal static IMethodSymbol? Of(IOperation operation, ISymbol containingSymbol)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation { Symbol: var lambda })
            {
                return lambda;
            }

            if (parent is ILocalFunctionOperation { Symbol: var local })
            {
                return local;
            }
        }

        return containingSymbol as IMethodSymbol;
    }

    /// <summary>Whether it can await. Top-level statements always can.</summary>
    internal static bool IsAsync(IMethodSymbol? function) => function is { IsAsync: true } or { Name: "<Main>$" };
}
