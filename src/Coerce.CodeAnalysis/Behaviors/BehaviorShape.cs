using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A [Behavior] class inside an actor, as generator and analyzers see it.</summary>
internal sealed class BehaviorShape
{
    private BehaviorShape(INamedTypeSymbol type, BehaviorFault fault, ImmutableArray<HandlerSignature> handlers)
    {
        Type = type;
        Fault = fault;
        Handlers = handlers;
    }

    public INamedTypeSymbol Type { get; }

    public BehaviorFault Fault { get; }

    /// <summary>Whether the generator can add to it.</summary>
    public bool IsSound => Fault == BehaviorFault.None;

    public bool IsInitial => KnownAttributes.IsInitial(Type);

    /// <summary>Every [Handles] method, sound or not, in the order of declaration.</summary>
    public ImmutableArray<HandlerSignature> Handlers { get; }

    /// <summary>Those of an actor, in the order of declaration; what is nested deeper is at fault.</summary>
    public static ImmutableArray<BehaviorShape> AllOf(INamedTypeSymbol actor)
    {
        var found = ImmutableArray.CreateBuilder<BehaviorShape>();
        Find(actor, actor, found);
        return found.ToImmutable();
    }

    /// <summary>What is wrong with a class that has the attribute.</summary>
    public static BehaviorFault FaultOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is not { } container || !KnownAttributes.IsActor(container))
        {
            return BehaviorFault.NotInActor;
        }

        return type.IsRecord ? BehaviorFault.Record
            : type.IsStatic ? BehaviorFault.Static
            : type.IsAbstract ? BehaviorFault.Abstract
            : type.Arity > 0 ? BehaviorFault.Generic
            : !type.IsSealed || !ClassShape.IsPartial(type) ? BehaviorFault.NotSealedPartial
            : BehaviorFault.None;
    }

    /// <summary>The constructor that the generator calls for the initial behaviour.</summary>
    public ConstructorShape Constructor => ConstructorShape.Of(Type);

    /// <summary>What nobody could pass to the constructor of the initial behaviour; null when all is well.</summary>
    public ISymbol? ConstructorFault(INamedTypeSymbol actor)
    {
        var constructor = Constructor;
        if (constructor.Constructor is null)
        {
            return Type;
        }

        foreach (var parameter in constructor.Parameters)
        {
            var isGiven = parameter.Role switch
            {
                ParameterRole.Service => true,
                ParameterRole.Context => ActorRefs.IsRefOf(((INamedTypeSymbol)parameter.Symbol.Type).TypeArguments[0], actor),
                _ => SymbolEqualityComparer.Default.Equals(parameter.Symbol.Type, actor),
            };

            if (!isGiven || parameter.Symbol.RefKind is not (RefKind.None or RefKind.In))
            {
                return parameter.Symbol;
            }
        }

        return ConstructorShape.MissingMember(constructor.Constructor, Type);
    }

    /// <summary>The handler of the same message.</summary>
    public HandlerSignature? Find(HandlerSignature message)
    {
        foreach (var handler in Handlers)
        {
            if (DuplicateHandlers.AreSame(handler, message))
            {
                return handler;
            }
        }

        return null;
    }

    private static void Find(INamedTypeSymbol container, INamedTypeSymbol actor, ImmutableArray<BehaviorShape>.Builder found)
    {
        foreach (var type in container.GetTypeMembers())
        {
            if (KnownAttributes.IsActor(type))
            {
                continue;
            }

            if (KnownAttributes.IsBehavior(type))
            {
                found.Add(new(type, FaultOf(type), ReadHandlers(type, actor)));
            }

            Find(type, actor, found);
        }
    }

    private static ImmutableArray<HandlerSignature> ReadHandlers(INamedTypeSymbol type, INamedTypeSymbol actor)
    {
        var handlers = ImmutableArray.CreateBuilder<HandlerSignature>();
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && KnownAttributes.IsHandler(method))
            {
                handlers.Add(HandlerSignature.Of(method, actor));
            }
        }

        return handlers.ToImmutable();
    }
}
