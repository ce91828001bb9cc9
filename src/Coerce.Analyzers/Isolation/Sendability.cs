using System.Collections.Concurrent;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>Says of types whether several threads may have a value of them. Remembers, for one compilation.</summary>
internal sealed class Sendability
{
    private readonly ConcurrentDictionary<ITypeSymbol, Culprit?> _known = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol _coerce;
    private readonly Vouches _vouches;

    private Sendability(Compilation compilation, IAssemblySymbol coerce)
    {
        _coerce = coerce;
        _vouches = new(compilation, coerce);
    }

    /// <summary>Null where Coerce is not referred to.</summary>
    public static Sendability? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName(WellKnownNames.SendableAttributeMetadataName) is { } attribute
            ? new(compilation, attribute.ContainingAssembly)
            : null;

    /// <summary>The key under which a diagnostic says that a copy would do.</summary>
    public const string CopyKey = "Copy";

    /// <summary>Whether a copy of the collection shares nothing that changes.</summary>
    public bool HasSendableItems(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => IsSendable(array.ElementType),
        INamedTypeSymbol named => named.AllInterfaces.Add(named).Any(part => part.MetadataName == "IEnumerable`1" && IsSendable(part.TypeArguments[0])),
        _ => false,
    };

    public bool IsSendable(ITypeSymbol type) => Find(type) is null;

    /// <summary>Whether other threads may use it though it belongs to the actor, as they may the context.</summary>
    public bool IsSafeElsewhere(ITypeSymbol type)
        => (type.Name == WellKnownNames.ActorContext && KnownTypes.IsInCoerce(type)) || IsSendable(type);

    /// <summary>What keeps values of the type from being sent; null when nothing does.</summary>
    public Culprit? Find(ITypeSymbol type)
        => _known.TryGetValue(type, out var known) ? known : new SendabilitySearch(this).Run(type);

    internal bool TryGet(ITypeSymbol type, out Culprit? culprit) => _known.TryGetValue(type, out culprit);

    internal void Remember(ITypeSymbol type, Culprit? culprit) => _known.TryAdd(type, culprit);

    /// <summary>Whether nothing in the type has to be looked at.</summary>
    internal bool IsTrusted(INamedTypeSymbol type, string name)
        => KnownSendables.IsSendable(type, name)
            || (!KnownSendables.IsMutable(type, name) && !KnownSendables.IsContainer(type, name)
                && (IsOfCoerce(type) || IsRef(type)))
            || _vouches.Has(type)
            || KnownAttributes.IsTransferred(type.OriginalDefinition);

    // The context belongs to its actor.
    private bool IsOfCoerce(INamedTypeSymbol type)
        => type.Name != WellKnownNames.ActorContext
            && type.ContainingAssembly is { } assembly
            && assembly.Identity.Equals(_coerce.Identity)
            && type.ContainingNamespace.ToDisplayString().Split('.')[0] == WellKnownNames.Namespace;

    private static bool IsRef(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name == WellKnownNames.ActorRef && KnownTypes.IsInCoerce(current))
            {
                return true;
            }
        }

        return false;
    }
}
