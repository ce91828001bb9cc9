using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>What the methods of the actors ask and call, as they are compiled.</summary>
internal sealed class AskCollector
{
    private readonly ConcurrentDictionary<IMethodSymbol, Found> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>The actors of this assembly with the messages that they handle.</summary>
    internal ConcurrentDictionary<string, HashSet<string>> Handlers { get; } = new();

    internal void AddHandlers(INamedTypeSymbol actor)
    {
        var shape = ActorShape.Of(actor);
        var messages = shape.Handlers.Concat(shape.Behaviors.SelectMany(static behavior => behavior.Handlers)).Select(handler => Message(handler, actor));
        Handlers[AskKeys.Of(actor)] = [.. messages];
    }

    internal void Add(IInvocationOperation call, IMethodSymbol method, INamedTypeSymbol actor)
    {
        var target = call.TargetMethod.OriginalDefinition;
        if (AskCalls.MayBeAsk(target.Name) && AskCalls.IsAsk(call.TargetMethod))
        {
            // An actor that asks itself has a rule of its own.
            if (AskUse.IsAwaited(call) && !AskSelfRule.IsOfSelf(call) && ActorCode.RunsInTurn(call))
            {
                Of(method).Asks.Add(Ask(call));
            }
        }
        else if (SymbolEqualityComparer.Default.Equals(ActorCode.ActorOf(target), actor) && ActorCode.RunsInTurn(call))
        {
            Of(method).Calls.Add(target);
        }
    }

    /// <summary>What each handler asks, itself or in the methods that it calls.</summary>
    internal IEnumerable<AskEdge> Edges(string assembly)
    {
        foreach (var method in _methods.Keys)
        {
            if (!KnownAttributes.IsCalledByRuntime(method) || KnownAttributes.IsReentrant(method) || ActorCode.ActorOf(method) is not { } actor)
            {
                continue;
            }

            var handled = KnownAttributes.IsHandler(method) ? Message(HandlerSignature.Of(method, actor), actor) : "";
            var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var (asked, message, location) in Reach(method, seen))
            {
                yield return new AskEdge(AskKeys.Of(actor), handled, asked, message, location, assembly);
            }
        }
    }

    private IEnumerable<(string Asked, string Message, Location Location)> Reach(IMethodSymbol method, HashSet<ISymbol> seen)
        => seen.Add(method) && _methods.TryGetValue(method, out var found)
            ? found.Asks.Concat(found.Calls.SelectMany(called => Reach(called, seen)))
            : [];

    private static (string Asked, string Message, Location Location) Ask(IInvocationOperation call)
    {
        var ask = call.TargetMethod;
        var location = OperationNames.Locate(call);
        if (KnownAttributes.ActorOf(ask.ContainingType) is not { } actor)
        {
            return ("", AskKeys.Of(Sent(call) ?? ask.Parameters[0].Type), location);
        }

        var asked = AskKeys.Of(actor);
        return AskCalls.IsMethodStyle(ask)
            ? (asked, AskKeys.OfMethod(asked, WellKnownNames.WithoutAsync(ask.Name)), location)
            : (asked, AskKeys.Of(ask.Parameters[0].Type), location);
    }

    // What a protocol asks for is "any request"; what is sent says which.
    private static ITypeSymbol? Sent(IInvocationOperation call)
    {
        var value = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;
        while (value is IConversionOperation { Operand: var operand })
        {
            value = operand;
        }

        return value?.Type;
    }

    private static string Message(HandlerSignature handler, INamedTypeSymbol actor)
        => handler.Message is { } message ? AskKeys.Of(message) : AskKeys.OfMethod(AskKeys.Of(actor), handler.Name);

    private Found Of(IMethodSymbol method) => _methods.GetOrAdd(method, static _ => new Found());

    private sealed class Found
    {
        internal ConcurrentBag<(string Asked, string Message, Location Location)> Asks { get; } = [];

        internal ConcurrentBag<IMethodSymbol> Calls { get; } = [];
    }
}
