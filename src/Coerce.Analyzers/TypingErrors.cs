using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>Faults that follow from a name that means nothing: the compiler names that mistake, and one is enough.</summary>
internal static class TypingErrors
{
    internal static bool Explain(SignatureFault fault, ISymbol? subject)
        => fault == SignatureFault.ForeignContext
            && subject is IParameterSymbol { Type: INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } }
            && arguments[0].TypeKind == TypeKind.Error;

    // "On(Deposit m, ActorContxt<AccountRef> c)"
    internal static bool Explain(HandlerSignature handler)
    {
        foreach (var parameter in handler.Parameters)
        {
            if (handler.Fault == SignatureFault.SeveralMessages
                && parameter is { IsMessage: true, Symbol.Type.TypeKind: TypeKind.Error })
            {
                return true;
            }
        }

        return Explain(handler.Fault, handler.FaultSubject);
    }
}
