using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>One walk through what a type is made of.</summary>
/// <remarks>A type that the walk is in already counts as sendable: if it is not, the walk that is in it finds out. So what is found
/// holds at once, and that nothing was found holds once the first type is done.</remarks>
internal sealed class SendabilitySearch(Sendability known)
{
    // A generic type that contains itself with ever other arguments has no end.
    private const int MostTypes = 1_000;

    private readonly HashSet<ITypeSymbol> _visited = new(SymbolEqualityComparer.Default);

    public Culprit? Run(ITypeSymbol type)
    {
        var culprit = Visit(type);
        if (culprit is null)
        {
            foreach (var visited in _visited)
            {
                known.Remember(visited, null);
            }
        }

        return culprit;
    }

    public Culprit? Visit(ITypeSymbol type)
    {
        if (known.TryGet(type, out var found))
        {
            return found;
        }

        if (_visited.Count > MostTypes || !_visited.Add(type))
        {
            return null;
        }

        var culprit = Look(type);
        if (culprit is not null)
        {
            known.Remember(type, culprit);
        }

        return culprit;
    }

    private Culprit? Look(ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => new("", type, Flaw.Anything, null),
        IArrayTypeSymbol => new("", type, Flaw.Collection, null),
        INamedTypeSymbol { TypeKind: not TypeKind.Error } named => LookInto(named),
        _ => null,
    };

    private Culprit? LookInto(INamedTypeSymbol type)
    {
        var name = KnownSendables.NameOf(type);
        if (known.IsTrusted(type, name) || type.IsRefLikeType)
        {
            return null;
        }

        if (type.SpecialType == SpecialType.System_Object)
        {
            return new("", type, Flaw.Anything, null);
        }

        if (KnownSendables.IsContainer(type, name))
        {
            return VisitArguments(type);
        }

        if (KnownSendables.IsMutable(type, name))
        {
            return new("", type, Flaw.Collection, null);
        }

        return type.TypeKind switch
        {
            TypeKind.Delegate => new("", type, Flaw.Delegate, null),
            TypeKind.Interface => PublicSurface.OfInterface(type),
            TypeKind.Class or TypeKind.Struct => VisitParts(type),
            _ => null,
        };
    }

    private Culprit? VisitArguments(INamedTypeSymbol type)
    {
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (Visit(type.TypeArguments[i]) is { } culprit)
            {
                return culprit.Under(KnownSendables.Step(type, i), null);
            }
        }

        return null;
    }

    private Culprit? VisitParts(INamedTypeSymbol type)
    {
        if (type is { IsAbstract: true, TypeKind: TypeKind.Class } && PublicSurface.OfInterface(type) is { } surface)
        {
            return surface;
        }

        for (INamedTypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            var name = KnownSendables.NameOf(part);
            if (part.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || known.IsTrusted(part, name))
            {
                break;
            }

            // A class of the user's own that is a list is a list.
            if (!SymbolEqualityComparer.Default.Equals(part, type) && KnownSendables.IsMutable(part, name))
            {
                return new("", type, Flaw.Collection, null);
            }

            var culprit = part.DeclaringSyntaxReferences.IsEmpty ? PublicSurface.Of(part, this) : OwnFields.Of(part, this);
            if (culprit is not null)
            {
                return culprit.Path.Length == 0 ? new("", type, culprit.Flaw, culprit.Member) : culprit;
            }
        }

        return type.IsAbstract ? VisitCases(type, type) : null;
    }

    // The cases of a closed hierarchy are nested in it.
    private Culprit? VisitCases(INamedTypeSymbol type, INamedTypeSymbol container)
    {
        foreach (var nested in container.GetTypeMembers())
        {
            if (nested.Arity == 0 && DerivesFrom(nested, type) && (Visit(nested) ?? VisitCases(type, nested)) is { } culprit)
            {
                return culprit.Under("." + nested.Name, null);
            }
        }

        return null;
    }

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the member is handed over with the message.</summary>
    internal static bool IsTransferred(ISymbol member)
        => KnownAttributes.IsTransferred(member) || member.ContainingType.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter =>
                string.Equals(parameter.Name, member.Name, System.StringComparison.OrdinalIgnoreCase) && KnownAttributes.IsTransferred(parameter)));
}
