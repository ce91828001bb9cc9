namespace Coerce;

/// <summary>Marks a parameter that comes from <see cref="ActorSystemOptions.Services"/> and is no part of the actor's
/// recipe or message.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
