using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A class with <c>[Behavior]</c> inside an actor.</summary>
/// <param name="Name">Its name as an identifier: <c>Open</c>.</param>
/// <param name="FullName"><c>global::Shop.Order.Open</c>.</param>
/// <param name="IsSound">False when an analyzer reports the class: nothing is added to it then.</param>
/// <param name="IsInitial">Whether the actor begins with it.</param>
/// <param name="Handlers">In the order in which they were written.</param>
/// <param name="Stashes">The messages that it puts aside.</param>
/// <param name="Constructor">Of the initial one: the parameters of its constructor, where what is part of a recipe is the actor
/// itself. Null when nobody can call it.</param>
internal sealed record BehaviorModel(
    string Name,
    string FullName,
    bool IsSound,
    bool IsInitial,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<TypeText> Stashes,
    EquatableArray<ParameterModel>? Constructor)
{
    internal string DisplayName => Name.TrimStart('@');

    /// <summary>Where the generator writes the calls of its handlers.</summary>
    internal string Dispatcher => FullName + ".Dispatcher";

    internal IEnumerable<HandlerModel> SoundHandlers => Handlers.Where(handler => IsSound && handler.IsSound);

    /// <summary>Its handler of a message; null when it has none.</summary>
    internal HandlerModel? HandlerOf(HandlerModel message) => SoundHandlers.FirstOrDefault(handler => handler.IsSameMessage(message));

    internal bool DoesStash(HandlerModel message)
        => IsSound && HandlerOf(message) is null && Stashes.Any(stashed => stashed.IsResolved && stashed.Unannotated == message.Message.Unannotated);

    internal BehaviorModel Resolve(GeneratedTypes types, ActorIdentity actor)
    {
        ParameterModel[]? constructor = Constructor?.Select(parameter => parameter.Resolve(types, actor.Reach)).ToArray();
        return this with
        {
            Handlers = Handlers.Select(handler => handler.Resolve(types, actor)).ToEquatableArray(),
            Stashes = Stashes.Select(stashed => stashed.Resolve(types, actor.Reach)).ToEquatableArray(),
            Constructor = constructor?.All(parameter => parameter.IsSoundFor(actor)) == true ? constructor.ToEquatableArray() : null,
        };
    }
}
