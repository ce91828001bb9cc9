using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>An interceptor of an actor.</summary>
/// <param name="Kind">What it stands around.</param>
/// <param name="Type">Its full name.</param>
/// <param name="Services">The parameters of its constructor.</param>
internal sealed record InterceptorModel(InterceptorKind Kind, string Type, EquatableArray<ParameterModel> Services)
{
    internal InterceptorModel Resolve(GeneratedTypes types, Reach own)
        => this with { Services = Services.Select(service => service.Resolve(types, own)).ToEquatableArray() };

    /// <summary>False when a name in its constructor means nothing: the compiler has told the user.</summary>
    internal bool IsSound => Services.All(service => service.Type.IsResolved);
}
