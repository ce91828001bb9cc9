using System.Collections.Concurrent;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>Knows actors, and the behaviours in them, without asking for attributes again and again.</summary>
internal sealed class ActorClasses
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _actors = new(SymbolEqualityComparer.Default);

    public bool IsActor(ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && _actors.GetOrAdd(named.OriginalDefinition, KnownAttributes.IsActor);

    /// <summary>Whether it has state that only turns of the actor may touch.</summary>
    public bool HasTurns(ITypeSymbol? type) => IsActor(type) || IsBehavior(type);

    /// <summary>The actor around the symbol; null outside of all.</summary>
    public INamedTypeSymbol? Around(ISymbol symbol)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (IsActor(type))
            {
                return type;
            }
        }

        return null;
    }

    private bool IsBehavior(ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class, ContainingType: { } container } named
            && IsActor(container)
            && KnownAttributes.IsBehavior(named.OriginalDefinition);
}
