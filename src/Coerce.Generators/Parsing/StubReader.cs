using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Parsing;

/// <summary>Finds out what can be generated for a class that cannot be an actor.</summary>
internal static class StubReader
{
    internal static StubModel Read(INamedTypeSymbol actor, bool hasBehaviors, LanguageVersion language)
    {
        bool isFileLocal = IsFileLocal(actor);
        bool areContainersPartial = actor.ContainingType is not { } container || ClassShape.IsPartialThroughout(container);
        bool canExtendActor = !isFileLocal && ClassShape.IsPartialThroughout(actor);
        bool canUseExtension = !isFileLocal && (int)language >= 1400 && IdentityReader.IsVisibleInAssembly(actor);
        ITypeParameterSymbol[] parameters = [.. IdentityReader.Chain(actor).Reverse().SelectMany(type => type.TypeParameters)];

        return new StubModel(
            CanNestRef: areContainersPartial && !isFileLocal,
            CanExtendActor: canExtendActor,
            CanUseExtension: canUseExtension,
            CanNameActor: areContainersPartial && !isFileLocal && !actor.IsStatic,
            IsDerived: actor.BaseType is { SpecialType: SpecialType.None },
            HasRef: ActorRefs.FindOccupant(actor) is null && (areContainersPartial || IsFreeInNamespace(actor)),
            HasProps: IsFree(actor, WellKnownNames.Props),
            HasMessages: IsFree(actor, WellKnownNames.Messages),
            HasBecome: hasBehaviors && IsFree(actor, WellKnownNames.Become),
            TypeParameters.List(parameters),
            TypeParameters.Constraints(parameters, _ => true).ToEquatableArray(),
            Recipes: default);
    }

    private static bool IsFreeInNamespace(INamedTypeSymbol actor)
        => !actor.ContainingNamespace.GetMembers(ActorRefs.NameOf(actor))
            .Any(member => member is not INamedTypeSymbol type || type.Arity == actor.Arity);

    // What it inherits from another actor is hidden: that it derives from one is what is wrong with it.
    private static bool IsFree(INamedTypeSymbol actor, string name)
        => actor.Name != name && actor.GetMembers(name).IsEmpty && !NameShape.IsInherited(actor, name);

    private static bool IsFileLocal(INamedTypeSymbol type)
        => type.IsFileLocal || (type.ContainingType is { } container && IsFileLocal(container));
}
