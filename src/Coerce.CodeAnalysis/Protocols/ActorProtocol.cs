using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The protocol of an actor, and how its handlers answer the cases.</summary>
internal sealed class ActorProtocol
{
    private ActorProtocol(ProtocolShape shape, ImmutableArray<HandledCase> cases, bool isCertain)
    {
        Shape = shape;
        Cases = cases;
        IsCertain = isCertain;
    }

    public ProtocolShape Shape { get; }

    public ImmutableArray<HandledCase> Cases { get; }

    /// <summary>False while a handler is at fault in such a way that nobody knows what it handles.</summary>
    public bool IsCertain { get; }

    /// <summary>The cases that no handler takes. Empty where another mistake hides which ones these are.</summary>
    public ImmutableArray<ProtocolCase> Missing
        => IsCertain
            ? Cases.Where(static handled => handled.Handlers.IsEmpty).Select(static handled => handled.Case).ToImmutableArray()
            : ImmutableArray<ProtocolCase>.Empty;

    /// <summary>Whether the ref can hand each case to its handler.</summary>
    public bool IsSound
        => Shape.Fault == ProtocolFault.None
            && Shape.Type.TypeKind != TypeKind.Error
            && Cases.All(static handled => handled.Handler is { IsSound: true } handler && handled.IsAnsweredBy(handler));

    /// <summary>What the attribute names; null when it names nothing.</summary>
    public static ITypeSymbol? TypeOf(INamedTypeSymbol actor)
    {
        foreach (var argument in KnownAttributes.Actor(actor)?.NamedArguments ?? ImmutableArray<KeyValuePair<string, TypedConstant>>.Empty)
        {
            if (argument.Key == WellKnownNames.Protocol)
            {
                return argument.Value.Value as ITypeSymbol;
            }
        }

        return null;
    }

    /// <summary>Null for an actor without a protocol.</summary>
    public static ActorProtocol? Of(ActorShape actor)
    {
        if (TypeOf(actor.Actor) is not { } type || actor.Actor.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation })
        {
            return null;
        }

        var handlers = actor.Handlers.AddRange(actor.Behaviors.SelectMany(static behavior => behavior.Handlers));
        var shape = ProtocolShape.Of(type, actor.Actor, compilation);
        return new ActorProtocol(
            shape,
            shape.Cases.Select(message => new HandledCase(message, Find(handlers, message.Type, type))).ToImmutableArray(),
            handlers.All(static handler => handler.Style == HandlerStyle.Method || handler.Message is { TypeKind: not TypeKind.Error }));
    }

    // Those of the case itself, or of the part of the protocol that is nearest above it.
    private static ImmutableArray<HandlerSignature> Find(
        ImmutableArray<HandlerSignature> handlers, INamedTypeSymbol message, ITypeSymbol protocol)
    {
        for (var type = message; type is not null; type = type.BaseType)
        {
            var found = handlers.RemoveAll(handler =>
                handler.Style == HandlerStyle.Method || !SymbolEqualityComparer.Default.Equals(handler.Message, type));
            if (!found.IsEmpty || SymbolEqualityComparer.Default.Equals(type, protocol))
            {
                return found;
            }
        }

        return ImmutableArray<HandlerSignature>.Empty;
    }
}
