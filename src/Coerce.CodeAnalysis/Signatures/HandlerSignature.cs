using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A [Handles] method as the generator calls it, or the first reason why it cannot.</summary>
/// <remarks>Types of the signature may be error types: refs do not exist yet when the generator runs.</remarks>
internal sealed class HandlerSignature
{
    private HandlerSignature(IMethodSymbol method, ImmutableArray<SignatureParameter> parameters)
    {
        Method = method;
        Parameters = parameters;
    }

    public IMethodSymbol Method { get; }

    public ImmutableArray<SignatureParameter> Parameters { get; }

    public HandlerStyle Style { get; private set; }

    /// <summary>Method style: the name of the message; the ref's method is this with <c>Async</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Message style: the type of the one message parameter, when there is exactly one.</summary>
    public ITypeSymbol? Message { get; private set; }

    public ReplyKind ReplyKind { get; private set; }

    /// <summary>What the asker gets; null when the handler has no reply.</summary>
    public ITypeSymbol? Reply { get; private set; }

    /// <summary>Whether it returns before it has ended.</summary>
    public bool Awaits
        => ReplyKind is ReplyKind.Task or ReplyKind.TaskOfValue or ReplyKind.ValueTask or ReplyKind.ValueTaskOfValue;

    /// <summary>Whether other messages may come in while it awaits.</summary>
    public bool IsReentrant => Awaits && KnownAttributes.IsReentrant(Method);

    /// <summary>Whether its attribute says so in vain.</summary>
    public bool IsReentrantInVain
        => !Awaits && IsSound && Reply is not { TypeKind: TypeKind.Error } && KnownAttributes.IsReentrant(Method);

    public SignatureFault Fault { get; private set; }

    /// <summary>The parameter or method at fault.</summary>
    public ISymbol? FaultSubject { get; private set; }

    public bool IsSound => Fault == SignatureFault.None;

    public static HandlerSignature Of(IMethodSymbol method, INamedTypeSymbol actor)
    {
        var name = NameOf(method);
        var signature = new HandlerSignature(method, SignatureParameters.Of(method))
        {
            Style = name is WellKnownNames.On or WellKnownNames.OnAsync ? HandlerStyle.Message : HandlerStyle.Method,
            Name = WellKnownNames.WithoutAsync(name),
        };

        (signature.ReplyKind, signature.Reply) = ReplyOf(method);
        signature.FindMessage();
        signature.FindFault(actor);
        return signature;
    }

    // An explicit implementation has the name of the interface before its own.
    private static string NameOf(IMethodSymbol method)
        => method.ExplicitInterfaceImplementations.IsEmpty
            ? method.Name
            : method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    private static (ReplyKind Kind, ITypeSymbol? Reply) ReplyOf(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
        {
            return (ReplyKind.Void, null);
        }

        if (method.ReturnType is INamedTypeSymbol type)
        {
            if (KnownTypes.IsTask(type))
            {
                return type.Arity == 0 ? (ReplyKind.Task, null) : (ReplyKind.TaskOfValue, type.TypeArguments[0]);
            }

            if (KnownTypes.IsValueTask(type))
            {
                return type.Arity == 0 ? (ReplyKind.ValueTask, null) : (ReplyKind.ValueTaskOfValue, type.TypeArguments[0]);
            }

            if (KnownTypes.IsDeferred(type))
            {
                return (ReplyKind.Deferred, type.TypeArguments[0]);
            }

            if (KnownTypes.IsStream(type))
            {
                return (ReplyKind.Stream, type.TypeArguments[0]);
            }
        }

        return (ReplyKind.Value, method.ReturnType);
    }

    private void FindMessage()
    {
        if (Style != HandlerStyle.Message)
        {
            return;
        }

        var count = 0;
        foreach (var parameter in Parameters)
        {
            if (parameter.IsMessage)
            {
                count++;
                Message = count == 1 ? parameter.Symbol.Type : null;
            }
        }
    }

    private void FindFault(INamedTypeSymbol actor)
    {
        (Fault, FaultSubject) = SignatureFaults.Find(Method, Parameters, actor);
        if (Fault == SignatureFault.None)
        {
            (Fault, FaultSubject) = FindReplyFault();
        }

        if (Fault == SignatureFault.None)
        {
            (Fault, FaultSubject) = FindMessageFault();
        }

        if (Fault == SignatureFault.None)
        {
            (Fault, FaultSubject) = FindHiddenType(actor);
        }

        if (Fault == SignatureFault.None && SignatureFaults.IsRedeclared(Method))
        {
            (Fault, FaultSubject) = (SignatureFault.Redeclared, Method);
        }
    }

    private (SignatureFault Fault, ISymbol? Subject) FindReplyFault()
    {
        if (Reply is null)
        {
            return default;
        }

        var fault = KnownTypes.IsStream(Reply) || KnownTypes.IsStreamReader(Reply) ? SignatureFault.Stream
            : KnownTypes.IsDeferred(Reply) ? SignatureFault.Deferred
            : SignatureFaults.OfValue(Reply);
        return fault == SignatureFault.None ? default : (fault, Method);
    }

    private (SignatureFault Fault, ISymbol? Subject) FindMessageFault()
    {
        var count = 0;
        foreach (var parameter in Parameters)
        {
            if (!parameter.IsMessage)
            {
                continue;
            }

            count++;
            var fault = SignatureFaults.OfValue(parameter.Symbol.Type);
            if (fault != SignatureFault.None)
            {
                return (fault, parameter.Symbol);
            }
        }

        return (Style, count) switch
        {
            (HandlerStyle.Message, 0) => (SignatureFault.NoMessage, Method),
            (HandlerStyle.Message, > 1) => (SignatureFault.SeveralMessages, Method),
            _ => default,
        };
    }

    private (SignatureFault Fault, ISymbol? Subject) FindHiddenType(INamedTypeSymbol actor)
    {
        if (Reply is not null && !Visibilities.IsVisibleInRef(Reply, actor))
        {
            return (SignatureFault.NotVisible, Method);
        }

        foreach (var parameter in Parameters)
        {
            if (parameter.IsMessage && !Visibilities.IsVisibleInRef(parameter.Symbol.Type, actor))
            {
                return (SignatureFault.NotVisible, parameter.Symbol);
            }
        }

        return default;
    }
}
