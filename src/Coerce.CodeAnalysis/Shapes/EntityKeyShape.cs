using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What the key of an entity is made of. The names are those of <c>Coerce.EntityKeyType</c>.</summary>
internal enum EntityKeyType
{
    Text,
    Guid,
    Number,
}

/// <summary>A type that can be the key of an entity.</summary>
internal sealed class EntityKeyShape
{
    private EntityKeyShape(EntityKeyType type, string? property)
    {
        Type = type;
        Property = property;
    }

    public EntityKeyType Type { get; }

    /// <summary>Of a struct around the key: the property that holds it. Null for the key itself.</summary>
    public string? Property { get; }

    /// <summary>Null when the type cannot be a key.</summary>
    public static EntityKeyShape? Of(ITypeSymbol type)
        => Simple(type) is { } simple ? new EntityKeyShape(simple, property: null) : OfStruct(type as INamedTypeSymbol);

    /// <summary>A readonly struct with a constructor of one parameter, and a property that gives it back.</summary>
    private static EntityKeyShape? OfStruct(INamedTypeSymbol? type)
    {
        // Of two DateTimes of one instant the ticks differ by the time zone.
        if (type is not { TypeKind: TypeKind.Struct, IsReadOnly: true, IsRefLikeType: false, SpecialType: not SpecialType.System_DateTime })
        {
            return null;
        }

        EntityKeyShape? found = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: { Length: 1 } parameters }
                && Simple(parameters[0].Type) is { } simple
                && FindProperty(type, parameters[0]) is { } property)
            {
                // With two of them nobody could say which one is the key.
                if (found is not null)
                {
                    return null;
                }

                found = new EntityKeyShape(simple, property.Name);
            }
        }

        return found;
    }

    private static IPropertySymbol? FindProperty(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property
                && string.Equals(property.Name, parameter.Name, System.StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type))
            {
                return property;
            }
        }

        return null;
    }

    private static EntityKeyType? Simple(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => EntityKeyType.Text,
        { SpecialType: SpecialType.System_Int64 } => EntityKeyType.Number,
        { Name: "Guid", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => EntityKeyType.Guid,
        _ => null,
    };
}
