using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Recognises the types that have a meaning in a handler's signature.</summary>
internal static class KnownTypes
{
    public static bool IsInCoerce(ISymbol symbol)
        => symbol.ContainingType is null
            && symbol.ContainingNamespace is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    public static bool IsInDispatch(ISymbol symbol)
        => symbol.ContainingType is null
            && symbol.ContainingNamespace is { Name: WellKnownNames.DispatchNamespace } dispatch
            && dispatch.ContainingNamespace is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    public static bool IsCancellationToken(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "CancellationToken", Arity: 0 } && IsInSystem(type, "Threading");

    /// <summary><c>ActorContext&lt;XRef&gt;</c>, whatever the argument is.</summary>
    public static bool IsActorContext(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: WellKnownNames.ActorContext, Arity: 1 } && IsInCoerce(type);

    /// <summary>What travels with a message.</summary>
    public static bool IsRequestScope(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: WellKnownNames.RequestScope, Arity: 0 } && IsInCoerce(type);

    public static bool IsTask(INamedTypeSymbol type)
        => type.Name == "Task" && type.Arity <= 1 && IsInSystem(type, "Threading", "Tasks");

    public static bool IsValueTask(INamedTypeSymbol type)
        => type.Name == "ValueTask" && type.Arity <= 1 && IsInSystem(type, "Threading", "Tasks");

    /// <summary>A reply that comes later: <c>Deferred&lt;T&gt;</c>.</summary>
    public static bool IsDeferred(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: WellKnownNames.Deferred, Arity: 1 } && IsInCoerce(type);

    /// <summary>What a case of a protocol implements that has a reply: <c>IRequest&lt;P, R&gt;</c>.</summary>
    public static bool IsRequest(INamedTypeSymbol type) => type is { Name: WellKnownNames.Request, Arity: 2 } && IsInCoerce(type);

    /// <summary>What goes ahead of all messages: <c>ChildFailed</c> and <c>Terminated</c>.</summary>
    public static bool IsSignal(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "ChildFailed" or "Terminated", Arity: 0 } && IsInCoerce(type);

    public static bool IsException(ITypeSymbol type)
        => type is { Name: "Exception", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A stream of replies: <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    public static bool IsStream(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "IAsyncEnumerable", Arity: 1 }
            && IsInSystem(type, "Collections", "Generic");

    public static bool IsStreamReader(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "IAsyncEnumerator", Arity: 1 } && IsInSystem(type, "Collections", "Generic");

    private static bool IsInSystem(ISymbol type, string first, string? second = null)
    {
        if (type.ContainingType is not null || type.ContainingNamespace is not { } inner)
        {
            return false;
        }

        if (second is not null)
        {
            if (inner.Name != second || inner.ContainingNamespace is not { } outer)
            {
                return false;
            }

            inner = outer;
        }

        return inner.Name == first
            && inner.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
    }
}
