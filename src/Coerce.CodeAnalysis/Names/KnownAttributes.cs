using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Finds the attributes of Coerce by name, so that no compilation has to be asked for them.</summary>
internal static class KnownAttributes
{
    public static AttributeData? Actor(INamedTypeSymbol type) => Find(type, WellKnownNames.ActorAttribute);

    /// <summary>Whether the actor is never reached from outside of its process.</summary>
    public static bool IsLocal(INamedTypeSymbol actor) => IsTrue(Actor(actor), WellKnownNames.Local);

    public static bool IsActor(INamedTypeSymbol type) => Actor(type) is not null;

    public static AttributeData? Handles(IMethodSymbol method) => Find(method, WellKnownNames.HandlesAttribute);

    public static bool IsHandler(IMethodSymbol method) => Handles(method) is not null;

    /// <summary>Whether other messages may come in while the handler awaits.</summary>
    public static bool IsReentrant(IMethodSymbol method) => IsTrue(Handles(method), WellKnownNames.Reentrant);

    public static AttributeData? Behavior(INamedTypeSymbol type) => Find(type, WellKnownNames.BehaviorAttribute);

    public static bool IsBehavior(INamedTypeSymbol type) => Behavior(type) is not null;

    /// <summary>Whether the actor begins with the behaviour.</summary>
    public static bool IsInitial(INamedTypeSymbol behavior) => IsTrue(Behavior(behavior), WellKnownNames.Initial);

    /// <summary>All <c>[Stashes]</c> of a class.</summary>
    public static IEnumerable<AttributeData> Stashes(INamedTypeSymbol behavior)
    {
        foreach (var attribute in behavior.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.StashesAttribute } type && KnownTypes.IsInCoerce(type))
            {
                yield return attribute;
            }
        }
    }

    public static bool IsStart(IMethodSymbol method) => Find(method, WellKnownNames.OnStartAttribute) is not null;

    public static bool IsStop(IMethodSymbol method) => Find(method, WellKnownNames.OnStopAttribute) is not null;

    public static bool IsRestart(IMethodSymbol method) => Find(method, WellKnownNames.OnRestartAttribute) is not null;

    /// <summary>Every <c>[Subscribes]</c> of a method.</summary>
    public static ImmutableArray<AttributeData> Subscriptions(IMethodSymbol method)
    {
        var found = ImmutableArray<AttributeData>.Empty;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.SubscribesAttribute } type && KnownTypes.IsInCoerce(type))
            {
                found = found.Add(attribute);
            }
        }

        return found;
    }

    public static bool IsFromServices(IParameterSymbol parameter)
        => Find(parameter, WellKnownNames.FromServicesAttribute) is not null;

    /// <summary>Whether whoever sends it hands it over.</summary>
    public static bool IsTransferred(ISymbol symbol) => Find(symbol, WellKnownNames.TransfersAttribute) is not null;

    /// <summary>Whether its author vouches that several threads may use it.</summary>
    public static bool IsSendable(ISymbol type) => Find(type, WellKnownNames.SendableAttribute) is not null;

    /// <summary>Whether it may leave the process, whoever handles it.</summary>
    public static bool IsContract(INamedTypeSymbol type) => Find(type, WellKnownNames.ContractAttribute) is not null;

    /// <summary>Whether it is not for eyes.</summary>
    public static bool IsSensitive(ISymbol member) => Find(member, WellKnownNames.SensitiveAttribute) is not null;

    public static AttributeData? Entity(INamedTypeSymbol type) => Find(type, WellKnownNames.EntityAttribute);

    public static bool IsEntityKey(IParameterSymbol parameter) => Find(parameter, WellKnownNames.EntityKeyAttribute) is not null;

    /// <summary>Whether the runtime calls the method: a handler, or the start, restart or stop of an actor, or what a topic sends to.</summary>
    public static bool IsCalledByRuntime(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && type.Name
                    is WellKnownNames.HandlesAttribute or WellKnownNames.OnStartAttribute or WellKnownNames.OnRestartAttribute
                    or WellKnownNames.OnStopAttribute or WellKnownNames.SubscribesAttribute
                && KnownTypes.IsInCoerce(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The interceptor that an <c>[Intercept&lt;T&gt;]</c> names; null for another attribute, and while the type means nothing.</summary>
    public static INamedTypeSymbol? InterceptorOf(AttributeData attribute)
        => attribute.AttributeClass is { Name: WellKnownNames.InterceptAttribute, Arity: 1 } type && KnownTypes.IsInCoerce(type)
            && type.TypeArguments[0] is INamedTypeSymbol interceptor and not IErrorTypeSymbol
                ? interceptor
                : null;

    /// <summary>The actor whose ref the type is: the argument of its <c>[RefOf(typeof(X))]</c>.</summary>
    public static INamedTypeSymbol? ActorOf(INamedTypeSymbol reference)
    {
        foreach (var attribute in reference.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.RefOfAttribute } type
                && KnownTypes.IsInDispatch(type)
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is INamedTypeSymbol actor)
            {
                return actor.OriginalDefinition;
            }
        }

        return null;
    }

    public static bool IsMadeByCoerce(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is WellKnownNames.Generator)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTrue(AttributeData? attribute, string name)
    {
        if (attribute is null)
        {
            return false;
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value is true;
            }
        }

        return false;
    }

    private static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && KnownTypes.IsInCoerce(type))
            {
                return attribute;
            }
        }

        return null;
    }
}
