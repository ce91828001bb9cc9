using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A parameter of a handler, a lifecycle method or a constructor.</summary>
/// <param name="Role">What is passed to it.</param>
/// <param name="Type">Its type; of a context, the ref.</param>
/// <param name="Name">Its name as an identifier: <c>amount</c>, <c>@class</c>.</param>
/// <param name="Property">The property of the generated message that carries it.</param>
/// <param name="Default">The default value as an expression; null when it has none.</param>
/// <param name="IsTransferred">Whether the sender hands it over.</param>
internal sealed record ParameterModel(
    ParameterRole Role, TypeText Type, string Name, string Property, string? Default, bool IsTransferred = false)
{
    internal bool IsPayload => Role == ParameterRole.Message;

    internal ParameterModel Resolve(GeneratedTypes types, Reach own) => this with { Type = Type.Resolve(types, own) };

    /// <summary>False when a name in the type means nothing, the context is that of another actor, or the parameter is
    /// being typed and has no name yet.</summary>
    internal bool IsSoundFor(ActorIdentity actor)
        => Name.Length > 0 && Type.IsResolved && (Role != ParameterRole.Context || Type.Unannotated == actor.FullRefName);
}
