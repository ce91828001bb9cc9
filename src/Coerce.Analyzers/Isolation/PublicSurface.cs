using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>A type of which nobody here sees the fields: what others can do with it has to say whether it changes.</summary>
internal static class PublicSurface
{
    /// <summary>A class or struct of another assembly.</summary>
    public static Culprit? Of(INamedTypeSymbol type, SendabilitySearch search)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member.DeclaredAccessibility != Accessibility.Public || SendabilitySearch.IsTransferred(member))
            {
                continue;
            }

            if ((type.TypeKind == TypeKind.Class ? Change(type, member) : null) is { } change)
            {
                return change;
            }

            var shown = member switch
            {
                IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
                IFieldSymbol field => field.Type,
                _ => null,
            };

            if (shown is not null && search.Visit(shown) is { } culprit)
            {
                return culprit.Under("." + member.Name, member);
            }
        }

        return null;
    }

    /// <summary>An interface or an abstract class: who implements it is trusted where it shows no way to change it.</summary>
    public static Culprit? OfInterface(INamedTypeSymbol type)
    {
        foreach (var part in type.AllInterfaces.Insert(0, type))
        {
            if (part is { Name: "ICollection", Arity: 1 })
            {
                return new("", type, Flaw.Collection, null);
            }

            if (part.TypeKind == TypeKind.Interface || SymbolEqualityComparer.Default.Equals(part, type))
            {
                foreach (var member in part.GetMembers())
                {
                    if (!member.IsStatic && member.DeclaredAccessibility == Accessibility.Public && ChangeOrEvent(type, member) is { } change)
                    {
                        return change;
                    }
                }
            }
        }

        return null;
    }

    private static Culprit? ChangeOrEvent(INamedTypeSymbol type, ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public } } property => Setter(type, property),
        IEventSymbol occurrence => new("." + occurrence.Name, occurrence.Type, Flaw.Event, occurrence),
        _ => null,
    };

    private static Culprit? Change(INamedTypeSymbol type, ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: false, IsConst: false } field => new("." + field.Name, field.Type, Flaw.Settable, field),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: true, Name: not ("Dispose" or "Deconstruct" or "CopyTo" or "GetObjectData") } method
            => new("", type, Flaw.Changeable, method),
        _ => ChangeOrEvent(type, member),
    };

    private static Culprit Setter(INamedTypeSymbol type, IPropertySymbol property) => property.IsIndexer
        ? new("", type, Flaw.Changeable, property)
        : new("." + property.Name, property.Type, Flaw.Settable, property);
}
