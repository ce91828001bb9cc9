using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Handlers that the ref could not tell apart.</summary>
internal static class DuplicateHandlers
{
    /// <summary>The handler before this one that takes the same message.</summary>
    public static HandlerSignature? FindEarlier(ImmutableArray<HandlerSignature> handlers, int index)
    {
        var handler = handlers[index];
        for (var i = 0; handler.IsSound && i < index; i++)
        {
            if (handlers[i].IsSound && AreSame(handlers[i], handler))
            {
                return handlers[i];
            }
        }

        return null;
    }

    /// <summary>Whether another handler takes the method's message and replies otherwise, so that nobody can say which of the two the caller means.</summary>
    public static bool IsDisputed(ActorShape shape, IMethodSymbol method)
    {
        foreach (var problem in shape.Problems)
        {
            if (problem.Rule == ShapeRule.DuplicateHandler
                && SymbolEqualityComparer.Default.Equals(problem.Other, method)
                && shape.Handlers.FirstOrDefault(handler => IsOf(handler, method)) is { Style: HandlerStyle.Message } first
                && shape.Handlers.FirstOrDefault(handler => IsOf(handler, problem.Method!)) is { } second
                && BehaviorMessages.Difference(first, second) != HandlerDifference.None)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(HandlerSignature handler, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(handler.Method, method);

    /// <summary>Whether two handlers, of one actor or of its behaviours, take the same message.</summary>
    public static bool AreSame(HandlerSignature left, HandlerSignature right)
    {
        if (left.Style != right.Style)
        {
            return false;
        }

        return left.Style == HandlerStyle.Method
            ? left.Name == right.Name
            : left.Message is { } l && right.Message is { } r && MessageTypes.AreSame(l, r);
    }
}
