namespace Coerce;

/// <summary>Marks a parameter that comes from <see cref="ActorSystemOptions.Services"/> and is no part of the actor's
/// recipe or message.</summary>
/// <remarks>Where those services make scopes, as those of <c>Microsoft.Extensions.DependencyInjection</c> do, each actor has a scope of
/// its own: scoped services are the actor's, and disposed of after its <c>[OnStop]</c>. An actor that is made anew gets another one.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
