using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A case of a protocol and the handler that an actor has for it.</summary>
internal sealed class HandledCase(ProtocolCase message, HandlerSignature? handler)
{
    public ProtocolCase Case { get; } = message;

    /// <summary>Null when it is missing.</summary>
    public HandlerSignature? Handler { get; } = handler;

    /// <summary>Whether the handler replies what the case declares.</summary>
    public bool HasDeclaredReply
        => Handler is { ReplyKind: not ReplyKind.Stream }
            && (Case.Reply, Handler.Reply) switch
            {
                (null, null) => true,
                (null, _) or (_, null) => false,
                ({ } declared, { } reply) => IsUnknown(declared) || IsUnknown(reply) || IsSame(declared, reply),
            };

    private static bool IsSame(ITypeSymbol declared, ITypeSymbol reply)
        => MessageTypes.AreSame(declared, reply)
            && !(reply is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
                && declared.NullableAnnotation == NullableAnnotation.NotAnnotated);

    // A ref that is not generated yet, or a name that the compiler has an error for.
    private static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };
}
