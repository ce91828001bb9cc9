using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What makes an actor an entity, and what keeps it from being one.</summary>
internal sealed class EntityShape
{
    private EntityShape(AttributeData? attribute, IParameterSymbol? key)
    {
        Attribute = attribute;
        Key = key;
    }

    /// <summary><c>[Entity]</c>; null when the class does not have it.</summary>
    public AttributeData? Attribute { get; }

    /// <summary>The parameter that is the key, sound or not.</summary>
    public IParameterSymbol? Key { get; }

    /// <summary>The type of the key; null when it cannot be one.</summary>
    public EntityKeyShape? KeyShape { get; private set; }

    /// <summary>Whether the actor is an entity, or was meant to be one.</summary>
    public bool IsEntity => Attribute is not null || Key is not null;

    public static EntityShape Of(INamedTypeSymbol actor, ConstructorShape constructor, List<ShapeProblem> problems)
    {
        var attribute = KnownAttributes.Entity(actor);
        IParameterSymbol? key = null;
        foreach (var candidate in constructor.Candidates)
        {
            key ??= FirstKey(candidate);
        }

        var shape = new EntityShape(attribute, key) { KeyShape = key is null ? null : EntityKeyShape.Of(key.Type) };

        // Which constructor it is has to be known first.
        if (constructor.Fault == ConstructorFault.None)
        {
            shape.Check(actor, constructor.Constructor, problems);
        }

        return shape;
    }

    private static IParameterSymbol? FirstKey(IMethodSymbol constructor)
    {
        foreach (var parameter in constructor.Parameters)
        {
            if (KnownAttributes.IsEntityKey(parameter) && !KnownAttributes.IsFromServices(parameter))
            {
                return parameter;
            }
        }

        return null;
    }

    private void Check(INamedTypeSymbol actor, IMethodSymbol? constructor, List<ShapeProblem> problems)
    {
        if (Key is null || constructor is null)
        {
            if (Attribute is not null)
            {
                problems.Add(new(ShapeRule.EntityKey, actor, fault: EntityFault.NoKey));
            }

            return;
        }

        if (KeyShape is null)
        {
            // A name that means nothing is the compiler's error.
            if (Key.Type.TypeKind != TypeKind.Error)
            {
                problems.Add(new(ShapeRule.EntityKey, Key, other: actor, fault: EntityFault.UnsupportedKey));
            }
        }
        else if (!Visibilities.IsVisibleInRef(Key.Type, actor))
        {
            problems.Add(new(ShapeRule.EntityKey, Key, other: actor, fault: EntityFault.HiddenKey));
        }

        for (var type = actor; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                problems.Add(new(ShapeRule.EntityKey, actor, fault: EntityFault.Generic));
                break;
            }
        }

        foreach (var parameter in SignatureParameters.Of(constructor))
        {
            if (SymbolEqualityComparer.Default.Equals(parameter.Symbol, Key))
            {
                continue;
            }

            if (KnownAttributes.IsEntityKey(parameter.Symbol))
            {
                problems.Add(new(ShapeRule.EntityKey, parameter.Symbol, other: actor, fault: EntityFault.SeveralKeys));
            }
            else if (parameter.IsMessage)
            {
                problems.Add(new(ShapeRule.EntityParameter, parameter.Symbol, other: actor, fault: EntityFault.OtherParameter));
            }
        }
    }
}
