using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>Faults that the compiler has an error for already. One mistake is one error.</summary>
internal static class CompilerErrors
{
    internal static bool Explain(HandlerSignature handler) => handler.Fault switch
    {
        // "On(Deposit m, ActorContxt<AccountRef> c)" is no handler of two messages.
        SignatureFault.SeveralMessages => HasUnknownMessage(handler),
        SignatureFault.NotVisible => IsInconsistent(handler.Method),
        SignatureFault.Redeclared => true,
        _ => Explain(handler.Fault, handler.FaultSubject),
    };

    /// <summary>"ActorContext&lt;AcountRef&gt;" is not the context of another actor.</summary>
    internal static bool Explain(SignatureFault fault, ISymbol? subject)
        => fault == SignatureFault.ForeignContext
            && subject is IParameterSymbol { Type: INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } }
            && arguments[0].TypeKind == TypeKind.Error;

    private static bool HasUnknownMessage(HandlerSignature handler)
    {
        foreach (var parameter in handler.Parameters)
        {
            if (parameter is { IsMessage: true, Symbol.Type.TypeKind: TypeKind.Error })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A key that the ref may not show is one that the constructor may not take.</summary>
    internal static bool Explain(EntityFault fault, ISymbol subject)
        => fault == EntityFault.HiddenKey && subject.ContainingSymbol is IMethodSymbol constructor && IsInconsistent(constructor);

    // CS0050 and CS0051: what a ref may not show, a method that is as open as the ref may not show either. CS9051 for
    // types that are local to a file.
    private static bool IsInconsistent(IMethodSymbol method)
        => method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            || SignatureTypes.First(method, static type => type.IsFileLocal) is not null;
}
