using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Coerce.Analyzers.Bodies;
using Coerce.Analyzers.Isolation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0206: whoever handed something over does not use it again.</summary>
internal sealed class UsedAfterTransferRule() : BodyRule(OperationKind.Invocation)
{
    private const string UsedAgain = "is used again here: let that be before, or send a copy";
    private const string Stays = "stays within reach here: put another object in its place, or send a copy";

    internal override void Analyze(IOperation operation, BodyContext context)
    {
        var call = (IInvocationOperation)operation;
        if (!HandedOver.IsSending(call.TargetMethod))
        {
            return;
        }

        ControlFlowGraph? graph = null;
        foreach (var (value, isMessage) in new HandedOver(context.Sendability).Of(call))
        {
            var (place, staysElsewhere) = PlaceOf(value);
            if (staysElsewhere)
            {
                Report(context, value.Syntax, value.Syntax, Stays);
            }
            else if (place is not null && (graph ??= GraphOf(context, call)) is { } flow)
            {
                var search = new LaterUse(place, isMessage, flow, call.SemanticModel!, context.Sendability, context.CancellationToken);
                var uses = Aliases.Of(place, call, flow)
                    .Select(alias => new LaterUse(alias, isMessage, flow, call.SemanticModel!, context.Sendability, context.CancellationToken).After(call))
                    .Prepend(search.After(call))
                    .OfType<SyntaxNode>();
                if (uses.OrderBy(static use => use.SpanStart).FirstOrDefault() is { } use)
                {
                    Report(context, use, use, UsedAgain);
                }
                else if (search.StaysToTheEnd && IsKept(value))
                {
                    Report(context, value.Syntax, value.Syntax, Stays);
                }
            }
        }
    }

    private static void Report(BodyContext context, SyntaxNode where, SyntaxNode what, string reason)
        => context.Report(Diagnostic.Create(DiagnosticDescriptors.UsedAfterTransfer, where.GetLocation(), what.ToString(), reason));

    /// <summary>What can be followed, or that it is a part of something else, which keeps it.</summary>
    private static (ISymbol? Place, bool StaysElsewhere) PlaceOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => (local.Local, false),
        IParameterReferenceOperation parameter => (parameter.Parameter, false),
        IFieldReferenceOperation field => IsOwn(field.Instance) ? (field.Field, false) : (null, true),
        IPropertyReferenceOperation { Property: var property } reference when OwnState.IsAuto(property)
            => IsOwn(reference.Instance) ? (property, false) : (null, true),
        IArrayElementReferenceOperation => (null, true),
        _ => (null, false),
    };

    private static bool IsOwn(IOperation? instance) => instance is null or IInstanceReferenceOperation;

    // A local variable ends with its method; a field does not, nor does what a primary constructor was given.
    private static bool IsKept(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            => !SymbolEqualityComparer.Default.Equals(value.SemanticModel?.GetEnclosingSymbol(value.Syntax.SpanStart), constructor),
        _ => value is IMemberReferenceOperation,
    };

    // Of the lambda or local function that the call is in, as far as there is one.
    private static ControlFlowGraph? GraphOf(BodyContext context, IOperation call)
    {
        ControlFlowGraph? graph = context.GraphOf(call);
        var functions = ImmutableArray.CreateBuilder<IOperation>();
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                functions.Insert(0, outer);
            }
        }

        foreach (var function in functions)
        {
            graph = function is ILocalFunctionOperation local
                ? graph?.GetLocalFunctionControlFlowGraphInScope(local.Symbol, context.CancellationToken)
                : OfLambda(graph, function.Syntax, context.CancellationToken);
        }

        return graph;
    }

    private static ControlFlowGraph? OfLambda(ControlFlowGraph? graph, SyntaxNode lambda, CancellationToken cancellationToken)
    {
        var flow = graph?.Blocks
            .SelectMany(static block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(function => function.Syntax == lambda);
        return flow is null ? null : graph!.GetAnonymousFunctionControlFlowGraph(flow, cancellationToken);
    }
}
