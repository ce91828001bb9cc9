using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>What an actor or a behaviour keeps: fields, auto-properties and parameters of its primary constructor.</summary>
internal static class OwnState
{
    /// <summary>The type of what the expression reads; null when it is no state.</summary>
    public static ITypeSymbol? TypeOf(IOperation operation, ActorClasses actors) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: false, IsConst: false } field } reference when IsOf(reference, actors) => field.Type,
        IPropertyReferenceOperation { Property: { IsStatic: false } property } reference when IsOf(reference, actors) && IsAuto(property)
            => property.Type,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter }
            when actors.HasTurns(constructor.ContainingType) => parameter.Type,
        _ => null,
    };

    public static bool IsAuto(IPropertySymbol property) => property.ContainingType.GetMembers().Any(member =>
        member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsOf(IMemberReferenceOperation reference, ActorClasses actors) => actors.HasTurns(reference.Instance?.Type);
}
