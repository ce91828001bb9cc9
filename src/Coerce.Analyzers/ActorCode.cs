using System;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers;

/// <summary>What runs in the turns of an actor: its instance methods and those of its behaviours, with the functions inside.</summary>
internal static class ActorCode
{
    /// <summary>The actor that the member belongs to; null outside of actors, and for what runs before or beside its turns.</summary>
    internal static INamedTypeSymbol? ActorOf(ISymbol member)
        => member is IMethodSymbol { IsStatic: false, MethodKind: not (MethodKind.Constructor or MethodKind.Destructor), ContainingType: { } type }
            ? ActorOf(type)
            : null;

    /// <summary>The actor that the class is, or is a behaviour of.</summary>
    internal static INamedTypeSymbol? ActorOf(INamedTypeSymbol type)
    {
        if (KnownAttributes.IsActor(type))
        {
            return type;
        }

        if (type.ContainingType is null || !KnownAttributes.IsBehavior(type))
        {
            return null;
        }

        var outer = type.ContainingType;
        while (outer is not null && !KnownAttributes.IsActor(outer))
        {
            outer = outer.ContainingType;
        }

        return outer;
    }

    /// <summary>False inside of a function that is handed to something that runs it beside the turn.</summary>
    internal static bool RunsInTurn(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation && IsRunBeside(parent)
                || parent is ILocalFunctionOperation { Symbol: var local } && IsHandedOver(local, parent))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHandedOver(IMethodSymbol local, IOperation declaration)
    {
        foreach (var operation in Root(declaration).Descendants())
        {
            if (operation is IMethodReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Method, local)
                && IsRunBeside(reference))
            {
                return true;
            }
        }

        return false;
    }

    internal static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static bool IsRunBeside(IOperation function)
    {
        var value = function.Parent;
        while (value is IDelegateCreationOperation or IConversionOperation)
        {
            value = value.Parent;
        }

        return value is IArgumentOperation { Parent: { } call } && call switch
        {
            IInvocationOperation { TargetMethod: var method } => RunsBeside(method.ContainingType, method.Name),
            IObjectCreationOperation { Type: INamedTypeSymbol type } => type.Name is "Thread" or "Timer" or "Lazy",
            _ => false,
        };
    }

    private static bool RunsBeside(INamedTypeSymbol type, string method) => type.Name switch
    {
        "Task" => method is "Run" or "ContinueWith",
        "TaskFactory" => method.StartsWith("StartNew", StringComparison.Ordinal) || method.StartsWith("ContinueWhen", StringComparison.Ordinal),
        "ThreadPool" or "Parallel" => true,
        "CancellationToken" => method is "Register" or "UnsafeRegister",
        WellKnownNames.Deferred => KnownTypes.IsInCoerce(type),
        _ => false,
    };
}
