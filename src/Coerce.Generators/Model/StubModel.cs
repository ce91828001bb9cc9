using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>What can be generated for a class that cannot be an actor: enough that only the analyzer's error shows.</summary>
/// <param name="CanNestRef">The containing types are partial, so that the ref can stand beside the actor.</param>
/// <param name="CanExtendActor">The actor can have another part.</param>
/// <param name="CanUseExtension">An extension can give it what no part of it can (C# 14).</param>
/// <param name="CanNameActor">The ref can name the class as a type argument.</param>
/// <param name="IsDerived">It may inherit members that generated ones hide.</param>
/// <param name="HasRef">The user has no type of that name.</param>
/// <param name="HasProps">The user has no member of that name.</param>
/// <param name="HasMessages">The user has no member of that name.</param>
/// <param name="HasBecome">The class has behaviours, and the user has no member of that name.</param>
/// <param name="ExtensionParameters">The type parameters of the class and of all that contain it.</param>
/// <param name="ExtensionConstraints">Their constraints.</param>
/// <param name="Recipes">The parameters of each constructor that a caller of <c>Props</c> may have meant.</param>
internal sealed record StubModel(
    bool CanNestRef,
    bool CanExtendActor,
    bool CanUseExtension,
    bool CanNameActor,
    bool IsDerived,
    bool HasRef,
    bool HasProps,
    bool HasMessages,
    bool HasBecome,
    string ExtensionParameters,
    EquatableArray<string> ExtensionConstraints,
    EquatableArray<EquatableArray<ParameterModel>> Recipes)
{
    /// <summary>Whether an extension gives it <c>Props</c>: a call of it passes by a property of that name.</summary>
    internal bool HasPropsExtension => CanUseExtension && !(CanExtendActor && HasProps);

    /// <summary>Whether an extension gives it <c>Become</c>.</summary>
    internal bool HasBecomeExtension => CanUseExtension && !CanExtendActor && HasBecome;

    internal StubModel Resolve(GeneratedTypes types, ActorIdentity actor) => this with
    {
        HasRef = HasRef && !types.IsDisplaced(actor.HintName),
        Recipes = Recipes
            .Select(recipe => recipe.Select(parameter => parameter.Resolve(types, actor.Reach)).ToEquatableArray())
            .ToEquatableArray(),
    };
}
