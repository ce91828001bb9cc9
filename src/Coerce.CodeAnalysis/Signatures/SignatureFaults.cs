using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The faults that handlers, lifecycle methods and constructors have in common.</summary>
internal static class SignatureFaults
{
    public static (SignatureFault Fault, ISymbol? Subject) Find(
        IMethodSymbol method, ImmutableArray<SignatureParameter> parameters, INamedTypeSymbol actor)
    {
        var fault = OfMethod(method, actor);
        return fault == SignatureFault.None ? OfParameters(parameters, actor) : (fault, method);
    }

    public static (SignatureFault Fault, ISymbol? Subject) OfParameters(
        ImmutableArray<SignatureParameter> parameters, INamedTypeSymbol actor)
    {
        var contexts = 0;
        var tokens = 0;
        var failures = 0;
        var scopes = 0;
        foreach (var parameter in parameters)
        {
            var fault = OfParameter(parameter, actor);
            if (fault != SignatureFault.None)
            {
                return (fault, parameter.Symbol);
            }

            contexts += parameter.Role == ParameterRole.Context ? 1 : 0;
            tokens += parameter.Role == ParameterRole.CancellationToken ? 1 : 0;
            failures += parameter.Role == ParameterRole.Failure ? 1 : 0;
            scopes += parameter.Role == ParameterRole.Scope ? 1 : 0;
            if (contexts > 1 || tokens > 1 || failures > 1 || scopes > 1)
            {
                return (SignatureFault.RepeatedParameter, parameter.Symbol);
            }
        }

        return default;
    }

    /// <summary>What keeps a type from being a message or a reply; a part of one counts as well as the whole.</summary>
    public static SignatureFault OfValue(ITypeSymbol type)
        => type switch
        {
            IDynamicTypeSymbol => SignatureFault.Dynamic,
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => SignatureFault.Pointer,
            IArrayTypeSymbol array => OfValue(array.ElementType),
            ITypeParameterSymbol parameter => parameter.AllowsRefLikeType ? SignatureFault.RefStruct : SignatureFault.None,
            { IsRefLikeType: true } => SignatureFault.RefStruct,
            INamedTypeSymbol named => OfArguments(named),
            _ => SignatureFault.None,
        };

    /// <summary>Whether the class has another method of the same name and parameters.</summary>
    public static bool IsRedeclared(IMethodSymbol method)
    {
        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other
                && !SymbolEqualityComparer.Default.Equals(other, method)
                && other.Arity == method.Arity
                && HaveSameParameters(method, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HaveSameParameters(IMethodSymbol left, IMethodSymbol right)
    {
        if (left.Parameters.Length != right.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Parameters.Length; i++)
        {
            var (l, r) = (left.Parameters[i], right.Parameters[i]);
            if ((l.RefKind == RefKind.None) != (r.RefKind == RefKind.None) || !MessageTypes.AreSame(l.Type, r.Type))
            {
                return false;
            }
        }

        return true;
    }

    private static SignatureFault OfMethod(IMethodSymbol method, INamedTypeSymbol actor)
    {
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
        {
            return SignatureFault.ExplicitImplementation;
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            return SignatureFault.NotAnOrdinaryMethod;
        }

        // A static class is one mistake; that its methods are static too follows from it.
        if (method.IsStatic && !actor.IsStatic)
        {
            return SignatureFault.Static;
        }

        if (method.IsGenericMethod)
        {
            return SignatureFault.Generic;
        }

        return method.ReturnsByRef || method.ReturnsByRefReadonly ? SignatureFault.ReferenceReturn : SignatureFault.None;
    }

    private static SignatureFault OfParameter(SignatureParameter parameter, INamedTypeSymbol actor)
    {
        if (parameter.Symbol.RefKind is not (RefKind.None or RefKind.In))
        {
            return SignatureFault.ReferenceParameter;
        }

        if (parameter.Role == ParameterRole.Context)
        {
            var reference = ((INamedTypeSymbol)parameter.Symbol.Type).TypeArguments[0];
            return ActorRefs.IsRefOf(reference, actor) ? SignatureFault.None : SignatureFault.ForeignContext;
        }

        // dynamic is no trouble in a service; everything else is.
        var fault = OfValue(parameter.Symbol.Type);
        return fault == SignatureFault.Dynamic ? SignatureFault.None : fault;
    }

    private static SignatureFault OfArguments(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            var fault = OfValue(argument);
            if (fault != SignatureFault.None)
            {
                return fault;
            }
        }

        return type.ContainingType is { } outer ? OfArguments(outer) : SignatureFault.None;
    }
}
