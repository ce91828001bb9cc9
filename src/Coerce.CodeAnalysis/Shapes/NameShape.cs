using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Names that generated code needs and user code has taken.</summary>
internal static class NameShape
{
    private static readonly ImmutableArray<string> Reserved = ImmutableArray.Create(
        WellKnownNames.Props, WellKnownNames.Messages, WellKnownNames.Recipe, WellKnownNames.Dispatcher);

    public static void Check(INamedTypeSymbol actor, List<ShapeProblem> problems)
    {
        if (WellKnownNames.IsReserved(actor.Name))
        {
            problems.Add(new(ShapeRule.NameTaken, actor));
        }

        if (ActorRefs.FindOccupant(actor) is { } occupant)
        {
            problems.Add(new(ShapeRule.NameTaken, occupant, other: actor));
        }

        // An actor below an actor inherits all four, and is told that it must not derive from one.
        var isBelowActor = ClassShape.BaseActorOf(actor) is not null;
        foreach (var name in Reserved)
        {
            if ((FindOwn(actor, name) ?? (isBelowActor ? null : FindInherited(actor, name))) is { } member)
            {
                problems.Add(new(ShapeRule.NameTaken, member, other: actor));
            }
        }
    }

    /// <summary>What the behaviours of an actor need beside that.</summary>
    public static void CheckBehaviors(INamedTypeSymbol actor, ImmutableArray<BehaviorShape> behaviors, List<ShapeProblem> problems)
    {
        if (!behaviors.IsEmpty
            && (FindOwn(actor, WellKnownNames.Become) ?? FindInherited(actor, WellKnownNames.Become)) is { } become)
        {
            problems.Add(new(ShapeRule.NameTaken, become, other: actor));
        }

        foreach (var behavior in behaviors)
        {
            if (FindOwn(behavior.Type, WellKnownNames.Dispatcher, GeneratedTree(actor)) is { } member)
            {
                problems.Add(new(ShapeRule.NameTaken, member, other: behavior.Type));
            }
        }
    }

    /// <summary>Whether a generated member of the name would clash with one of the user, or hide an inherited one.</summary>
    public static bool IsFree(INamedTypeSymbol actor, string name)
        => actor.Name != name
            && FindOwn(actor, name) is null
            && FindInherited(actor, name) is null
            && ClassShape.BaseActorOf(actor) is null;

    /// <summary>Whether the class has the name from a base class that is no actor itself.</summary>
    public static bool IsInherited(INamedTypeSymbol actor, string name)
        => ClassShape.BaseActorOf(actor) is null && FindInherited(actor, name) is not null;

    /// <summary>What the ref or the message of a method-style handler would hide.</summary>
    public static ISymbol? HiddenBy(HandlerSignature handler)
    {
        if (handler.Style != HandlerStyle.Method)
        {
            return null;
        }

        var asynchronous = handler.Name + WellKnownNames.AsyncSuffix;
        var type = KnownAttributes.Handles(handler.Method)?.AttributeClass?.ContainingAssembly
            .GetTypeByMetadataName(WellKnownNames.ActorRefMetadataName);
        for (; type is not null; type = type.BaseType)
        {
            if (FindVisible(type, asynchronous) is { } hidden)
            {
                return hidden;
            }

            // The message is a type inside a static class, which has the members of object.
            if (type.SpecialType == SpecialType.System_Object && FindVisible(type, handler.Name) is { } ofObject)
            {
                return ofObject;
            }
        }

        return null;
    }

    /// <summary>Whether the ref itself has a method of the name that the handler's would have.</summary>
    public static bool ClashesWithRef(HandlerSignature handler)
        => handler.Style == HandlerStyle.Method
            && handler.Name + WellKnownNames.AsyncSuffix is { } name && WellKnownNames.IsVerb(name);

    // Ref and second part of the actor are one file; what is declared there is not the user's.
    private static SyntaxTree? GeneratedTree(INamedTypeSymbol actor)
        => ActorRefs.Find(actor) is { DeclaringSyntaxReferences.IsEmpty: false } reference
            ? reference.DeclaringSyntaxReferences[0].SyntaxTree
            : null;

    private static ISymbol? FindOwn(INamedTypeSymbol actor, string name) => FindOwn(actor, name, GeneratedTree(actor));

    private static ISymbol? FindOwn(INamedTypeSymbol type, string name, SyntaxTree? generated)
    {
        foreach (var member in type.GetMembers(name))
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                if (reference.SyntaxTree != generated)
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static ISymbol? FindInherited(INamedTypeSymbol actor, string name)
    {
        for (var type = actor.BaseType; type is not null; type = type.BaseType)
        {
            if (FindVisible(type, name) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    private static ISymbol? FindVisible(INamedTypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (member.DeclaredAccessibility != Accessibility.Private)
            {
                return member;
            }
        }

        return null;
    }
}
