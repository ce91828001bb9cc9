using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Reads the protocol that an actor speaks.</summary>
internal static class ProtocolReader
{
    /// <summary>Null when there is none, or one of which no interface can be made.</summary>
    internal static ProtocolModel? Read(ActorShape actor)
        => actor.Protocol is { } protocol && CanBeArgument(protocol.Shape.Type, actor.Actor)
            ? new ProtocolModel(
                SymbolText.FullName(protocol.Shape.Type),
                SymbolText.ShortName(protocol.Shape.Type),
                protocol.IsSound ? protocol.Cases.Select(Read).ToEquatableArray() : default,
                protocol.IsSound)
            : null;

    private static CaseModel Read(HandledCase handled)
        => new(
            SymbolText.FullName(handled.Case.Type),
            SymbolText.FullName(handled.Handler!.Message!.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            handled.Case.Request is not null);

    // Whoever names something else as a protocol may use the ref as one all the same: the analyzer's error is enough.
    private static bool CanBeArgument(ITypeSymbol type, INamedTypeSymbol actor)
        => Visibilities.IsVisibleInRef(type, actor) && type switch
        {
            IErrorTypeSymbol or { SpecialType: SpecialType.System_Void } or { IsStatic: true } or { IsRefLikeType: true } => false,
            INamedTypeSymbol named => !IsUnbound(named),
            _ => type.TypeKind == TypeKind.Array,
        };

    private static bool IsUnbound(INamedTypeSymbol type)
        => type.IsUnboundGenericType || (type.ContainingType is { } container && IsUnbound(container));
}
