using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Parsing;

/// <summary>Finds out what can be generated for a class that cannot be an actor.</summary>
internal static class StubReader
{
    internal static StubModel Read(INamedTypeSymbol actor, LanguageVersion language)
    {
        bool isFileLocal = IsFileLocal(actor);
        bool areContainersPartial = actor.ContainingType is null || ClassShape.IsPartialThroughout(actor.ContainingType);
        bool canExtendActor = !isFileLocal && ClassShape.IsPartialThroughout(actor);

        return new StubModel(
            CanNestRef: areContainersPartial && !isFileLocal,
            CanExtendActor: canExtendActor,
            CanUseExtension: !canExtendActor && !isFileLocal && (int)language >= 1400 && IsVisibleInAssembly(actor),
            HasRef: ActorRefs.FindOccupant(actor) is null,
            HasProps: NameShape.IsFree(actor, WellKnownNames.Props),
            HasMessages: NameShape.IsFree(actor, WellKnownNames.Messages));
    }

    private static bool IsFileLocal(INamedTypeSymbol type)
        => type.IsFileLocal || (type.ContainingType is { } container && IsFileLocal(container));

    private static bool IsVisibleInAssembly(INamedTypeSymbol type)
        => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && (type.ContainingType is not { } container || IsVisibleInAssembly(container));
}
