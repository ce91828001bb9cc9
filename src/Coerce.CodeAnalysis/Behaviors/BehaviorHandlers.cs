using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The mistakes in the handlers of behaviours.</summary>
internal static class BehaviorHandlers
{
    public static void Check(ActorShape shape, List<ShapeProblem> problems)
    {
        var firsts = new List<HandlerSignature>();
        foreach (var behavior in shape.Behaviors)
        {
            // One mistake is one error: what cannot be a behaviour has no handlers yet.
            if (!behavior.IsSound)
            {
                continue;
            }

            for (var i = 0; i < behavior.Handlers.Length; i++)
            {
                var handler = behavior.Handlers[i];
                if (!handler.IsSound)
                {
                    problems.Add(new(ShapeRule.HandlerSignature, handler.FaultSubject ?? handler.Method, handler.Method));
                }
                else if ((DuplicateHandlers.FindEarlier(behavior.Handlers, i) ?? Find(shape.Handlers, handler)) is { } earlier)
                {
                    problems.Add(new(ShapeRule.DuplicateHandler, handler.Method, handler.Method, earlier.Method));
                }
                else if (firsts.Find(known => DuplicateHandlers.AreSame(known, handler)) is not { } first)
                {
                    firsts.Add(handler);
                }
                else if (BehaviorMessages.Difference(first, handler) != HandlerDifference.None)
                {
                    problems.Add(new(ShapeRule.HandlersDiffer, handler.Method, handler.Method, first.Method));
                }

                ActorShape.CheckName(handler, problems);
            }
        }
    }

    /// <summary>Whether the handlers of the method's message differ, so that nobody can say what its reply is.</summary>
    public static bool IsUndecided(ActorShape shape, IMethodSymbol method)
    {
        foreach (var problem in shape.Problems)
        {
            if (problem.Rule == ShapeRule.HandlersDiffer
                && Find(shape, method) is { } handler
                && Find(shape, problem.Method!) is { } different
                && DuplicateHandlers.AreSame(handler, different))
            {
                return true;
            }
        }

        return false;
    }

    private static HandlerSignature? Find(ActorShape shape, IMethodSymbol method)
    {
        foreach (var behavior in shape.Behaviors)
        {
            foreach (var handler in behavior.Handlers)
            {
                if (SymbolEqualityComparer.Default.Equals(handler.Method, method))
                {
                    return handler;
                }
            }
        }

        return null;
    }

    private static HandlerSignature? Find(ImmutableArray<HandlerSignature> handlers, HandlerSignature message)
    {
        foreach (var handler in handlers)
        {
            if (handler.IsSound && DuplicateHandlers.AreSame(handler, message))
            {
                return handler;
            }
        }

        return null;
    }
}
