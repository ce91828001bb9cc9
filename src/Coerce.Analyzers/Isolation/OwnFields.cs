using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>A type whose source is there: its fields say all.</summary>
internal static class OwnFields
{
    public static Culprit? Of(INamedTypeSymbol type, SendabilitySearch search)
    {
        var isCopied = type.TypeKind == TypeKind.Struct;
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic)
            {
                continue;
            }

            if (member is IEventSymbol { IsAbstract: false } occurrence)
            {
                return new("." + occurrence.Name, occurrence.Type, Flaw.Event, occurrence);
            }

            if (member is not IFieldSymbol { AssociatedSymbol: null or IPropertySymbol } field || IsParameter(field))
            {
                continue;
            }

            ISymbol shown = field.AssociatedSymbol ?? field;
            if (SendabilitySearch.IsTransferred(shown))
            {
                continue;
            }

            var step = "." + shown.Name;
            if (!isCopied && !IsFixed(field))
            {
                return new(step, field.Type, Flaw.Settable, shown);
            }

            if (search.Visit(field.Type) is { } culprit)
            {
                return culprit.Under(step, shown);
            }
        }

        return Captured(type, search);
    }

    private static bool IsFixed(IFieldSymbol field)
        => field.IsReadOnly || field.AssociatedSymbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } };

    // A parameter of a primary constructor that a member uses is a field without a name.
    private static Culprit? Captured(INamedTypeSymbol type, SendabilitySearch search)
    {
        if (type.IsRecord)
        {
            return null;
        }

        foreach (var (parameter, isAssigned) in PrimaryParameters.CapturedBy(type))
        {
            if (KnownAttributes.IsTransferred(parameter))
            {
                continue;
            }

            var step = "." + parameter.Name;
            if (isAssigned && type.TypeKind == TypeKind.Class)
            {
                return new(step, parameter.Type, Flaw.Settable, parameter);
            }

            if (search.Visit(parameter.Type) is { } culprit)
            {
                return culprit.Under(step, parameter);
            }
        }

        return null;
    }

    // The compiler's field for such a parameter: it may or may not be there yet.
    private static bool IsParameter(IFieldSymbol field)
        => field is { IsImplicitlyDeclared: true, AssociatedSymbol: null } && field.Name.EndsWith(">P", System.StringComparison.Ordinal);
}
