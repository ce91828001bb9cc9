namespace Coerce.Generators.Model;

/// <summary>What can be generated for a class that cannot be an actor: enough that only the analyzer's error shows.</summary>
/// <param name="CanNestRef">The containing types are partial, so that the ref can stand beside the actor.</param>
/// <param name="CanExtendActor">The actor can have another part.</param>
/// <param name="CanUseExtension">It cannot, but an extension can give it <c>Props</c> (C# 14).</param>
/// <param name="IsDerived">It may inherit members that generated ones hide.</param>
/// <param name="HasRef">The user has no type of that name.</param>
/// <param name="HasProps">The user has no member of that name.</param>
/// <param name="HasMessages">The user has no member of that name.</param>
internal sealed record StubModel(
    bool CanNestRef,
    bool CanExtendActor,
    bool CanUseExtension,
    bool IsDerived,
    bool HasRef,
    bool HasProps,
    bool HasMessages);
