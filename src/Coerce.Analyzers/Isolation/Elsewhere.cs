using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>Who calls a delegate in a thread of its own, and so outside of the actor's turns.</summary>
internal static class Elsewhere
{
    /// <summary>What a person calls it, <c>Task.Run</c>; null for whoever calls it here.</summary>
    public static string? NameOf(IOperation function) => OperationPlaces.Of(function) switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when CallsElsewhere(method) => $"{method.ContainingType.Name}.{method.Name}",
        IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol type } }
            when KnownSendables.NameOf(type) is "System.Threading.Thread" or "System.Threading.Timer" => $"new {type.Name}",
        IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var occurrence } reference }
            when reference.Instance is not IInstanceReferenceOperation => $"{occurrence.ContainingType.Name}.{occurrence.Name} +=",
        _ => null,
    };

    private static bool CallsElsewhere(IMethodSymbol method) => KnownSendables.NameOf(method.ContainingType) switch
    {
        "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" => method.Name is "Run" or "ContinueWith",
        "System.Threading.Tasks.TaskFactory" or "System.Threading.Tasks.TaskFactory`1" or "System.Threading.ThreadPool"
            or "System.Threading.Tasks.Parallel" => true,
        "System.Threading.CancellationToken" => method.Name is "Register" or "UnsafeRegister",
        "System.TimeProvider" => method.Name == "CreateTimer",
        WellKnownNames.Namespace + ".Deferred" => method.Name == "Run",
        WellKnownNames.Namespace + ".SelfExtensions" => method.Name == "PipeToSelf",
        _ => false,
    };
}
