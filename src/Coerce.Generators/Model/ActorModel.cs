using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>All that is known of an actor: texts and enums only, so that equal actors are equal models.</summary>
/// <param name="Identity">Its names.</param>
/// <param name="WireName">The name by which other nodes know it.</param>
/// <param name="Handlers">In the order in which they were written; after <see cref="Resolve"/>, the messages of behaviours as well.</param>
/// <param name="Behaviors">Null for an actor without behaviours.</param>
/// <param name="Constructor">The parameters of the constructor.</param>
/// <param name="Start">The method with <c>[OnStart]</c>.</param>
/// <param name="Restart">The method with <c>[OnRestart]</c>.</param>
/// <param name="Stop">The method with <c>[OnStop]</c>.</param>
/// <param name="Interceptors">From the outside in.</param>
/// <param name="Settings">What the attribute says beside the name.</param>
/// <param name="Entity">What it is beside an actor, if it is an entity or was meant to be one.</param>
/// <param name="Protocol">What it promises to handle.</param>
/// <param name="HasOverloadPriority">Whether the language version knows it: C# 13 and later.</param>
/// <param name="Warnings">What the user's types warn of wherever they are named: <c>[Obsolete]</c> and <c>[Experimental]</c>
/// with ids of their own.</param>
/// <param name="Asks">What its handlers wait for.</param>
/// <param name="Stub">For a class that cannot be an actor.</param>
internal sealed record ActorModel(
    ActorIdentity Identity,
    string WireName,
    EquatableArray<HandlerModel> Handlers,
    BehaviorsModel? Behaviors,
    EquatableArray<ParameterModel> Constructor,
    LifecycleModel? Start,
    LifecycleModel? Restart,
    LifecycleModel? Stop,
    EquatableArray<InterceptorModel> Interceptors,
    SettingsModel? Settings,
    EntityModel? Entity,
    ProtocolModel? Protocol,
    bool HasOverloadPriority,
    EquatableArray<string> Warnings,
    EquatableArray<AskModel> Asks,
    StubModel? Stub)
{
    internal IEnumerable<HandlerModel> SoundHandlers => Handlers.Where(handler => handler.IsSound);

    internal IEnumerable<HandlerModel> BrokenHandlers => Handlers.Where(handler => !handler.IsSound);

    /// <summary>One handler for each message that others may name, though all of its handlers are at fault.</summary>
    internal IEnumerable<HandlerModel> BrokenMessages => BrokenHandlers
        .Where(handler => handler.HasMessage && !SoundHandlers.Any(sound => sound.IsSameMessage(handler)))
        .GroupBy(handler => handler.Message.Unannotated, StringComparer.Ordinal)
        .Select(group => group.First());

    /// <summary>False when a name in the constructor means nothing: nobody can call it.</summary>
    internal bool IsConstructorSound => Constructor.All(parameter => parameter.IsSoundFor(Identity));

    /// <summary>The parameters of the recipe.</summary>
    internal IEnumerable<ParameterModel> Recipe => Constructor.Where(parameter => parameter.IsPayload);

    /// <summary>Gives the names in the signatures their meaning, now that all refs of the program are known.</summary>
    internal ActorModel Resolve(GeneratedTypes types)
    {
        HandlerModel[] own = [.. ResolveHandlers(types)];
        BehaviorsModel? behaviors = Behaviors?.Resolve(types, Identity, own);
        return this with
        {
            Identity = Identity with { HintName = types.UniqueHintName(Identity.HintName) },
            Handlers = own.Concat(behaviors?.Messages ?? default).ToEquatableArray(),
            Behaviors = behaviors,
            Constructor = Constructor.Select(parameter => parameter.Resolve(types, Identity.Reach)).ToEquatableArray(),
            Start = Start?.Resolve(types, Identity),
            Restart = Restart?.Resolve(types, Identity),
            Stop = Stop?.Resolve(types, Identity),
            Interceptors = Interceptors.Select(interceptor => interceptor.Resolve(types, Identity.Reach)).ToEquatableArray(),
            Entity = Entity?.Resolve(types, Identity),
            Stub = Stub?.Resolve(types, Identity),
        };
    }

    private IEnumerable<HandlerModel> ResolveHandlers(GeneratedTypes types)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (HandlerModel handler in Handlers)
        {
            HandlerModel resolved = handler.Resolve(types, Identity);

            // Two names for one ref: the shape rules could not see that while the ref did not exist.
            bool isRepeated = resolved.IsSound && !seen.Add(resolved.Message.Unannotated);
            yield return isRepeated ? resolved with { IsSound = false } : resolved;
        }
    }
}
