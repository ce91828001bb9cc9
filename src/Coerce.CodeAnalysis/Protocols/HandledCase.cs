using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A case of a protocol and the handlers that an actor has for it: one, or one in each of several behaviours.</summary>
internal sealed class HandledCase(ProtocolCase message, ImmutableArray<HandlerSignature> handlers)
{
    public ProtocolCase Case { get; } = message;

    public ImmutableArray<HandlerSignature> Handlers { get; } = handlers;

    /// <summary>Null when it is missing.</summary>
    public HandlerSignature? Handler
        => Handlers.FirstOrDefault(static handler => handler.IsSound) ?? Handlers.FirstOrDefault();

    /// <summary>Whether a handler replies what the case declares.</summary>
    public bool IsAnsweredBy(HandlerSignature handler)
        => handler.ReplyKind != ReplyKind.Stream && (Case.Reply, handler.Reply) switch
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
