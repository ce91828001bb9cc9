using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>Tasks that are known to have ended, so that asking for their result does not block.</summary>
/// <remarks>Known by the text alone: earlier in the member the same variable is awaited, on its own or in a <c>WhenAll</c>, or asked
/// whether it is completed. Which way the program took to get here is not followed.</remarks>
internal static class CompletedTasks
{
    internal static bool IsKnown(IOperation task)
    {
        if (IsMadeComplete(Unwrap(task)) || Variable(task) is not { } variable)
        {
            return IsMadeComplete(Unwrap(task));
        }

        var end = task.Syntax.SpanStart;
        return ActorCode.Root(task).Descendants().Any(operation =>
            operation.Syntax.SpanStart < end && IsProof(operation) && SymbolEqualityComparer.Default.Equals(Variable(operation), variable));
    }

    private static bool IsProof(IOperation reference)
    {
        var value = reference;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IAwaitOperation:
                    return true;
                case IPropertyReferenceOperation { Property.Name: var name }:
                    return name.StartsWith("IsCompleted", StringComparison.Ordinal) || name is "IsFaulted" or "IsCanceled" or "Status";
                case IVariableDeclaratorOperation:
                    return reference is IVariableDeclaratorOperation;
                case IArgumentOperation or IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                    break;
                case IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } or { Name: "ConfigureAwait" } }:
                    break;
                default:
                    return false;
            }

            value = parent;
        }

        return false;
    }

    // "await Task.WhenAny(...)" gives one that has ended.
    private static bool IsMadeComplete(IOperation? task) => task switch
    {
        IAwaitOperation { Operation: var awaited } => Unwrap(awaited) is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType.Name: "Task" } },
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } } => true,
        ILocalReferenceOperation { Local: var local } => ActorCode.Root(task).Descendants().OfType<IVariableDeclaratorOperation>().Any(declarator =>
            SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
            && Unwrap(declarator.Initializer?.Value) is IAwaitOperation initial && IsMadeComplete(initial)),
        _ => false,
    };

    // The variable that the task is in, or the list of tasks that it is one of.
    private static ISymbol? Variable(IOperation? task) => Unwrap(task) switch
    {
        ILocalReferenceOperation { Local: var local } reference => Loop(local, reference) is { } loop ? Variable(loop.Collection) : local,
        IParameterReferenceOperation { Parameter: var parameter } reference => List(parameter, reference) is { } list ? Variable(list) : parameter,
        IFieldReferenceOperation { Field: var field } => field,
        IArrayElementReferenceOperation { ArrayReference: var array } => Variable(array),
        IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } list } => Variable(list),
        IPropertyReferenceOperation { Property: var property } => property,
        _ => null,
    };

    private static IForEachLoopOperation? Loop(ILocalSymbol local, IOperation reference)
    {
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return loop;
            }
        }

        return null;
    }

    // tasks.Select(task => task.Result)
    private static IOperation? List(IParameterSymbol parameter, IOperation reference)
    {
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation { Symbol: var lambda } && SymbolEqualityComparer.Default.Equals(lambda, parameter.ContainingSymbol))
            {
                for (; parent is not null; parent = parent.Parent)
                {
                    if (parent is IInvocationOperation call)
                    {
                        return call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
                    }
                }

                return null;
            }
        }

        return null;
    }

    private static IOperation? Unwrap(IOperation? value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parentheses:
                    value = parentheses.Operand;
                    break;
                case IInvocationOperation { Instance: { } task, TargetMethod.Name: "AsTask" or "ConfigureAwait" or "Preserve" }:
                    value = task;
                    break;
                default:
                    return value;
            }
        }
    }
}
