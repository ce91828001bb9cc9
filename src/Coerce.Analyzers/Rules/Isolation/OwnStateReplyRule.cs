using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Bodies;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0203: what a handler returns is not what the actor goes on changing.</summary>
internal sealed class OwnStateReplyRule() : BodyRule(OperationKind.Return, OperationKind.YieldReturn)
{
    internal override void Analyze(IOperation operation, BodyContext context)
    {
        if (operation is not IReturnOperation { ReturnedValue: { } value }
            || context.Member is not IMethodSymbol method
            || !context.Actors.HasTurns(method.ContainingType)
            || !KnownAttributes.IsHandler(method)
            || IsInFunction(operation))
        {
            return;
        }

        foreach (var part in Parts(value))
        {
            if (OwnState.TypeOf(part, context.Actors) is { } type && !context.Sendability.IsSendable(type))
            {
                context.Report(Diagnostic.Create(
                    DiagnosticDescriptors.OwnStateReply,
                    part.Syntax.GetLocation(),
                    context.Sendability.HasSendableItems(type) ? ImmutableDictionary<string, string?>.Empty.Add(Sendability.CopyKey, "true") : null,
                    ShapeRuleText.Show(method),
                    part.Syntax.ToString()));
            }
        }
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What may be the reply, as it is.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Parts(conversion.Operand),
        IParenthesizedOperation parenthesized => Parts(parenthesized.Operand),
        IConditionalOperation { WhenFalse: { } other } conditional => Parts(conditional.WhenTrue).Concat(Parts(other)),
        ICoalesceOperation coalesce => Parts(coalesce.Value).Concat(Parts(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Parts(arm.Value)),
        ISimpleAssignmentOperation assignment => Parts(assignment.Target),
        ICoalesceAssignmentOperation assignment => Parts(assignment.Target),
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { } type }, Arguments: { Length: 1 } arguments }
            when KnownTypes.IsTask(type) || KnownTypes.IsValueTask(type) => Parts(arguments[0].Value),
        IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments: { Length: 1 } arguments } when KnownTypes.IsValueTask(type)
            => Parts(arguments[0].Value),
        _ => new[] { value },
    };
}
