using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>The words for faults that handlers, lifecycle methods and constructors share.</summary>
internal static class SignatureFaultText
{
    internal static string Of(SignatureFault fault, ISymbol subject, INamedTypeSymbol actor) => fault switch
    {
        SignatureFault.NotAnOrdinaryMethod => "it is not an ordinary method; write one that does the work",
        SignatureFault.ExplicitImplementation =>
            "it implements an interface explicitly; write an ordinary method and let the implementation call it",
        SignatureFault.Static => "it is static; remove 'static', so that it works on the state of one actor",
        SignatureFault.Generic => "it is generic, but has to be called with types that are known; write one method for each type",
        SignatureFault.ReferenceReturn => "it returns a reference into the actor; return the value",
        SignatureFault.ReferenceParameter =>
            $"parameter '{subject.Name}' is a reference to a variable of the caller; pass it by value and return what changes",
        SignatureFault.RefStruct =>
            $"{Type(subject)} lives on the stack and cannot wait in a mailbox; use Memory<T>, an array or a plain type instead",
        SignatureFault.Pointer => $"{Type(subject)} is a pointer, which means nothing outside of its owner; pass the value",
        SignatureFault.Dynamic => $"{Type(subject)} does not say what is sent; name the type instead of 'dynamic'",
        SignatureFault.ForeignContext =>
            $"parameter '{subject.Name}' is the context of another actor; "
            + $"write 'ActorContext<{ActorRefs.NameOf(actor)}{TypeParameters(actor)}>'",
        SignatureFault.RepeatedParameter => $"parameter '{subject.Name}' is the second of its kind; keep one",
        _ => "its signature is not supported",
    };

    /// <summary>The type of a parameter, or what a method returns.</summary>
    internal static string Type(ISymbol subject)
    {
        var type = subject is IParameterSymbol parameter ? parameter.Type : ((IMethodSymbol)subject).ReturnType;
        return $"'{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
    }

    private static string TypeParameters(INamedTypeSymbol actor)
        => actor.Arity == 0 ? "" : "<" + string.Join(", ", actor.TypeParameters) + ">";
}
