namespace Coerce.Generators.Model;

/// <summary>What an entity is beside an actor.</summary>
/// <param name="Key">The type of the key; null when there is none.</param>
/// <param name="KeyType">The member of <c>EntityKeyType</c>: what the key is made of.</param>
/// <param name="Property">Of a struct around the key: the property that holds it, as an identifier.</param>
/// <param name="ExtensionReach">Where the lookup by a key of the user's own type can be called; null when there is none.</param>
/// <param name="IdleSeconds">What the attribute says, as text; null for nothing.</param>
/// <param name="MaxLive">Likewise.</param>
internal sealed record EntityModel(
    TypeText? Key, string KeyType, string? Property, Reach? ExtensionReach, string? IdleSeconds, string? MaxLive)
{
    internal EntityModel Resolve(GeneratedTypes types, ActorIdentity actor) => this with { Key = Key?.Resolve(types, actor.Reach) };
}
