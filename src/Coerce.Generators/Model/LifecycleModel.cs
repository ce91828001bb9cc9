using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A method with <c>[OnStart]</c>, <c>[OnRestart]</c> or <c>[OnStop]</c>.</summary>
internal sealed record LifecycleModel(string Method, EquatableArray<ParameterModel> Parameters, ReplyKind Returns, bool MayAsk)
{
    /// <summary>Null when a name in the signature means nothing.</summary>
    internal LifecycleModel? Resolve(GeneratedTypes types, ActorIdentity actor)
    {
        EquatableArray<ParameterModel> parameters =
            Parameters.Select(parameter => parameter.Resolve(types, actor.Reach)).ToEquatableArray();

        return parameters.All(parameter => parameter.IsSoundFor(actor)) ? this with { Parameters = parameters } : null;
    }
}
