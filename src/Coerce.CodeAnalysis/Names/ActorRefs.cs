using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The ref of an actor: its name, and where it stands in the compilation once it is there.</summary>
internal static class ActorRefs
{
    public static string NameOf(INamedTypeSymbol actor) => actor.Name + WellKnownNames.RefSuffix;

    /// <summary>The ref that the generator made. It is null to the generator itself, which runs before it exists.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol actor)
    {
        foreach (var member in Siblings(actor))
        {
            if (member is INamedTypeSymbol type && type.Arity == actor.Arity && IsGenerated(type, actor))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>What else stands where the ref of the actor has to be.</summary>
    public static ISymbol? FindOccupant(INamedTypeSymbol actor)
    {
        foreach (var member in Siblings(actor))
        {
            if (member is not INamedTypeSymbol type)
            {
                return member;
            }

            if (type.Arity == actor.Arity && !IsGenerated(type, actor))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the type is the ref of the actor. To the generator it is an error type, of which name, arity and
    /// type arguments are known and, when it was written with a qualifier, its container.
    /// </summary>
    public static bool IsRefOf(ITypeSymbol candidate, INamedTypeSymbol actor)
    {
        if (candidate is not INamedTypeSymbol type || type.Name != NameOf(actor) || type.Arity != actor.Arity)
        {
            return false;
        }

        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(type.TypeArguments[i], actor.TypeParameters[i]))
            {
                return false;
            }
        }

        if (type.TypeKind == TypeKind.Error)
        {
            return (type.ContainingType is null || IsSameContainer(type, actor))
                && (type.ContainingNamespace is null or { IsGlobalNamespace: true } || IsSameNamespace(type, actor));
        }

        // While the ref does not exist, a type of its name in a farther scope stands in its place for the compiler. The
        // generator looks through the scopes itself.
        if (Find(actor) is null)
        {
            return true;
        }

        return IsSameContainer(type, actor) && IsSameNamespace(type, actor);
    }

    /// <summary>Whether the type is a ref or a generated message: what the generator knows though it is not there yet.</summary>
    public static bool IsMadeWithAnActor(INamedTypeSymbol type)
        => KnownAttributes.ActorOf(type) is not null
            || (type.ContainingType is { Name: WellKnownNames.Messages, ContainingType: { } actor }
                && KnownAttributes.IsActor(actor));

    private static ImmutableArray<ISymbol> Siblings(INamedTypeSymbol actor)
        => ((INamespaceOrTypeSymbol?)actor.ContainingType ?? actor.ContainingNamespace).GetMembers(NameOf(actor));

    // The stub of a broken actor is no ref of it, and no type of the user either.
    private static bool IsGenerated(INamedTypeSymbol type, INamedTypeSymbol actor)
        => SymbolEqualityComparer.Default.Equals(KnownAttributes.ActorOf(type), actor.OriginalDefinition)
            || KnownAttributes.IsMadeByCoerce(type);

    private static bool IsSameContainer(INamedTypeSymbol type, INamedTypeSymbol actor)
        => SymbolEqualityComparer.Default.Equals(type.ContainingType, actor.ContainingType);

    // By name: the namespace of an error type is that of all assemblies together, and so not equal as a symbol.
    private static bool IsSameNamespace(INamedTypeSymbol type, INamedTypeSymbol actor)
    {
        var left = type.ContainingNamespace;
        var right = actor.ContainingNamespace;
        while (left is { IsGlobalNamespace: false } && right is { IsGlobalNamespace: false } && left.Name == right.Name)
        {
            left = left.ContainingNamespace;
            right = right.ContainingNamespace;
        }

        return left is null or { IsGlobalNamespace: true } && right is null or { IsGlobalNamespace: true };
    }
}
