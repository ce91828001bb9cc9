using Coerce.Analyzers.Bodies;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0204: outside of its class an actor is used by its ref alone.</summary>
internal sealed class ActorObjectRule() : BodyRule(
    OperationKind.ObjectCreation,
    OperationKind.Invocation,
    OperationKind.FieldReference,
    OperationKind.PropertyReference,
    OperationKind.EventReference,
    OperationKind.MethodReference)
{
    internal override void Analyze(IOperation operation, BodyContext context)
    {
        var actors = context.Actors;
        if (UsedActor(operation, actors) is not { } actor
            || Receiver(operation) is IInstanceReferenceOperation
            || IsInside(context.Member, actor)
            || OperationPlaces.IsInNameof(operation)
            || (Receiver(operation) is { } receiver && (UsedActor(receiver, actors) is not null || IsGivenToRun(receiver))))
        {
            return;
        }

        var reason = operation is IObjectCreationOperation
            ? $"an object that no mailbox stands before; spawn it with '{actor.Name}.Props(...)'"
            : $"touched beside its turns; send it a message by its ref, or use '{ActorRefs.NameOf(actor)}.RunAsync' in a test";
        context.Report(Diagnostic.Create(
            DiagnosticDescriptors.ActorObject, operation.Syntax.GetLocation(), actor.Name, reason));
    }

    /// <summary>The actor that is made, or whose member is used.</summary>
    private static INamedTypeSymbol? UsedActor(IOperation operation, ActorClasses actors)
    {
        var type = operation is IObjectCreationOperation creation ? creation.Type : Receiver(operation)?.Type;
        return actors.IsActor(type) ? (INamedTypeSymbol)type! : null;
    }

    private static IOperation? Receiver(IOperation operation)
    {
        var receiver = operation switch
        {
            IInvocationOperation invocation => invocation.Instance,
            IMemberReferenceOperation reference => reference.Instance,
            _ => null,
        };

        while (true)
        {
            switch (receiver)
            {
                case IConversionOperation conversion:
                    receiver = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    receiver = parenthesized.Operand;
                    break;
                case IConditionalAccessInstanceOperation instance:
                    receiver = ConditionalReceiver(instance);
                    break;
                default:
                    return receiver;
            }
        }
    }

    private static IOperation? ConditionalReceiver(IOperation instance)
    {
        for (IOperation? inner = instance, outer = instance.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static bool IsInside(ISymbol symbol, INamedTypeSymbol actor)
    {
        for (var type = symbol as INamedTypeSymbol ?? symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, actor.OriginalDefinition))
            {
                return true;
            }

            // COERCE0112 says where it has to be, and there it may use the actor.
            if (KnownAttributes.IsBehavior(type) && BehaviorShape.FaultOf(type) == BehaviorFault.NotInActor)
            {
                return true;
            }
        }

        return false;
    }

    // ref.RunAsync(actor => actor._count): a turn of the actor.
    private static bool IsGivenToRun(IOperation receiver)
    {
        // What an initializer sets belongs to the creation.
        if (receiver is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
        {
            return true;
        }

        if (receiver is not IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function })
        {
            return false;
        }

        for (var outer = receiver.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                return OperationPlaces.Of(lambda) is IArgumentOperation
                {
                    Parent: IInvocationOperation { TargetMethod: { Name: WellKnownNames.RunAsync, ContainingType: { } reference } },
                } && KnownAttributes.ActorOf(reference) is not null;
            }
        }

        return false;
    }
}
