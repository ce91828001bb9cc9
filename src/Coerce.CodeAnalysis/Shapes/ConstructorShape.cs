using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The constructor that <c>Props</c> stands for, or why there is none.</summary>
internal sealed class ConstructorShape
{
    private ConstructorShape(IMethodSymbol? constructor, ImmutableArray<SignatureParameter> parameters)
    {
        Constructor = constructor;
        Parameters = parameters;
    }

    /// <summary>Null when there is no such constructor, or more than one.</summary>
    public IMethodSymbol? Constructor { get; }

    public ImmutableArray<SignatureParameter> Parameters { get; }

    public ConstructorFault Fault { get; private set; }

    /// <summary>Those that a caller may have meant: all that are not private, or all when there is no other.</summary>
    public ImmutableArray<IMethodSymbol> Candidates { get; private set; } = ImmutableArray<IMethodSymbol>.Empty;

    /// <summary>The parameter or required member at fault.</summary>
    public ISymbol? FaultSubject { get; private set; }

    /// <summary>What is wrong with the parameter at fault.</summary>
    public SignatureFault ParameterFault { get; private set; }

    public static ConstructorShape Of(INamedTypeSymbol actor)
    {
        // A record's copy constructor is the compiler's; that the actor is a record is a fault of its own.
        var all = actor.InstanceConstructors.RemoveAll(constructor => actor.IsRecord && constructor.IsImplicitlyDeclared);
        var open = all.RemoveAll(static constructor => constructor.DeclaredAccessibility == Accessibility.Private);
        if (open.Length != 1)
        {
            // A static class has no instance constructor, and that it is static is the mistake.
            var none = actor.IsStatic || actor.IsRecord ? ConstructorFault.None : ConstructorFault.AllPrivate;
            return new(null, ImmutableArray<SignatureParameter>.Empty)
            {
                Candidates = open.IsEmpty ? all : open,
                Fault = open.IsEmpty ? none : ConstructorFault.Several,
            };
        }

        var shape = new ConstructorShape(open[0], SignatureParameters.Of(open[0])) { Candidates = open };
        shape.FindFault(actor);
        return shape;
    }

    private void FindFault(INamedTypeSymbol actor)
    {
        (ParameterFault, FaultSubject) = SignatureFaults.OfParameters(Parameters, actor);
        if (ParameterFault != SignatureFault.None)
        {
            Fault = ConstructorFault.Parameter;
        }
        else if (MissingMember(Constructor!, actor) is { } member)
        {
            (Fault, FaultSubject) = (ConstructorFault.RequiredMember, member);
        }
    }

    /// <summary>A required member that the constructor alone leaves unset.</summary>
    public static ISymbol? MissingMember(IMethodSymbol constructor, INamedTypeSymbol type)
        => SetsRequiredMembers(constructor) ? null : FindRequiredMember(type);

    private static bool SetsRequiredMembers(IMethodSymbol constructor)
    {
        foreach (var attribute in constructor.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? FindRequiredMember(INamedTypeSymbol actor)
    {
        for (var type = actor; type is { SpecialType: SpecialType.None }; type = type.BaseType!)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    return member;
                }
            }
        }

        return null;
    }
}
