using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>An [OnStart], [OnRestart] or [OnStop] method as the generator calls it, or the first reason why it cannot.</summary>
internal sealed class LifecycleSignature
{
    private LifecycleSignature(IMethodSymbol method, ImmutableArray<SignatureParameter> parameters)
    {
        Method = method;
        Parameters = parameters;
    }

    public IMethodSymbol Method { get; }

    public ImmutableArray<SignatureParameter> Parameters { get; }

    /// <summary><see cref="CodeAnalysis.ReplyKind.Void"/>, <c>Task</c> or <c>ValueTask</c>.</summary>
    public ReplyKind ReplyKind { get; private set; }

    public SignatureFault Fault { get; private set; }

    public ISymbol? FaultSubject { get; private set; }

    public bool IsSound => Fault == SignatureFault.None;

    /// <param name="method">The method.</param>
    /// <param name="actor">Its class.</param>
    /// <param name="isRepeated">Whether the actor already has another one for the same moment.</param>
    /// <param name="hasFailure">Whether there is an exception that it may take.</param>
    public static LifecycleSignature Of(IMethodSymbol method, INamedTypeSymbol actor, bool isRepeated, bool hasFailure = false)
    {
        var parameters = SignatureParameters.Of(method);
        var signature = new LifecycleSignature(method, hasFailure ? WithFailure(parameters) : parameters);
        (signature.Fault, signature.FaultSubject) = signature.FindFault(actor);
        if (signature.IsSound && SignatureFaults.IsRedeclared(method))
        {
            (signature.Fault, signature.FaultSubject) = (SignatureFault.Redeclared, method);
        }

        if (signature.IsSound && isRepeated)
        {
            (signature.Fault, signature.FaultSubject) = (SignatureFault.RepeatedMethod, method);
        }

        return signature;
    }

    private static ImmutableArray<SignatureParameter> WithFailure(ImmutableArray<SignatureParameter> parameters)
    {
        var roles = ImmutableArray.CreateBuilder<SignatureParameter>(parameters.Length);
        foreach (var parameter in parameters)
        {
            var isFailure = parameter.IsMessage && KnownTypes.IsException(parameter.Symbol.Type);
            roles.Add(isFailure ? new(parameter.Symbol, ParameterRole.Failure) : parameter);
        }

        return roles.MoveToImmutable();
    }

    private (SignatureFault Fault, ISymbol? Subject) FindFault(INamedTypeSymbol actor)
    {
        var found = SignatureFaults.Find(Method, Parameters, actor);
        if (found.Fault != SignatureFault.None)
        {
            return found;
        }

        foreach (var parameter in Parameters)
        {
            if (parameter.Role is ParameterRole.Message or ParameterRole.Scope)
            {
                return (UnlessUnresolved(parameter.Symbol.Type, SignatureFault.ExtraParameter), parameter.Symbol);
            }
        }

        if (Method.ReturnsVoid)
        {
            return default;
        }

        if (Method.ReturnType is INamedTypeSymbol { Arity: 0 } type)
        {
            ReplyKind = KnownTypes.IsTask(type) ? ReplyKind.Task
                : KnownTypes.IsValueTask(type) ? ReplyKind.ValueTask
                : ReplyKind.Void;
        }

        return ReplyKind == ReplyKind.Void ? (UnlessUnresolved(Method.ReturnType, SignatureFault.Reply), Method) : default;
    }

    private static SignatureFault UnlessUnresolved(ITypeSymbol type, SignatureFault fault)
        => type.TypeKind == TypeKind.Error ? SignatureFault.Unresolved : fault;
}
