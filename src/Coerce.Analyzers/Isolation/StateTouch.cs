using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>Looks for the first place in a lambda or local function where the state of an actor is touched.</summary>
internal sealed class StateTouch(ActorClasses actors, Sendability sendability)
{
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    public (IOperation Place, ISymbol Member)? Find(IOperation function)
    {
        foreach (var operation in function.DescendantsAndSelf())
        {
            if (Touched(operation) is { } member && !OperationPlaces.IsInNameof(operation))
            {
                return (operation, member);
            }

            if (LocalFunction(operation) is { } local && _visited.Add(local) && Declaration(operation, local) is { } body && Find(body) is { } inside)
            {
                return inside;
            }
        }

        return null;
    }

    private ISymbol? Touched(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: var field } reference when IsOfActor(reference.Instance)
            => field.IsReadOnly && sendability.IsSafeElsewhere(field.Type) ? null : field,
        IPropertyReferenceOperation { Property: var property } reference when IsOfActor(reference.Instance)
            => property.SetMethod is null or { IsInitOnly: true } && OwnState.IsAuto(property) && sendability.IsSafeElsewhere(property.Type) ? null : property,
        IInvocationOperation { TargetMethod: var method } invocation when IsOfActor(invocation.Instance) => method,
        IMemberReferenceOperation { Member: IMethodSymbol { MethodKind: not MethodKind.LocalFunction } or IEventSymbol } reference when IsOfActor(reference.Instance) => reference.Member,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter }
            when actors.HasTurns(constructor.ContainingType) && !actors.HasTurns(parameter.Type) && !sendability.IsSafeElsewhere(parameter.Type) => parameter,
        _ => null,
    };

    private bool IsOfActor(IOperation? instance) => instance is not null && OperationPlaces.Unwrap(instance) switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => actors.HasTurns(self.Type),

        // The actor that RunAsync gives to its work is in a turn.
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => false,
        var other => actors.HasTurns(other.Type),
    };

    private static IMethodSymbol? LocalFunction(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } method } => method,
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } => method,
        _ => null,
    };

    private static IOperation? Declaration(IOperation from, IMethodSymbol local)
    {
        var root = from;
        while (root.Parent is { } outer)
        {
            root = outer;
        }

        return root.Descendants().FirstOrDefault(operation =>
            operation is ILocalFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, local));
    }
}
