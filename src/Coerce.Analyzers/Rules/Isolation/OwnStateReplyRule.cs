using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0203: what a handler returns is not what the actor goes on changing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnStateReplyRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.OwnStateReply);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Sendability.Of(start.Compilation) is { } sendability)
            {
                var actors = new ActorClasses();
                start.RegisterOperationAction(
                    operation => Analyze(operation, sendability, actors), OperationKind.Return, OperationKind.YieldReturn);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, Sendability sendability, ActorClasses actors)
    {
        if (context.Operation is not IReturnOperation { ReturnedValue: { } value }
            || context.ContainingSymbol is not IMethodSymbol method
            || !actors.HasTurns(method.ContainingType)
            || !KnownAttributes.IsHandler(method)
            || IsInFunction(context.Operation))
        {
            return;
        }

        foreach (var part in Parts(value))
        {
            if (OwnState.TypeOf(part, actors) is { } type && !sendability.IsSendable(type))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.OwnStateReply,
                    part.Syntax.GetLocation(),
                    sendability.HasSendableItems(type) ? ImmutableDictionary<string, string?>.Empty.Add(Sendability.CopyKey, "true") : null,
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
