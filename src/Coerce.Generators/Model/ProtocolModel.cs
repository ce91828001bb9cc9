using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>The protocol that an actor speaks.</summary>
/// <param name="Type">What the attribute names.</param>
/// <param name="DisplayName">What a person would call it.</param>
/// <param name="Cases">Its messages.</param>
/// <param name="IsSound">False when an analyzer reports it, or a handler of a case: the ref then only stands in for what it would be.</param>
internal sealed record ProtocolModel(string Type, string DisplayName, EquatableArray<CaseModel> Cases, bool IsSound)
{
    /// <summary>Whether the ref can hand over each case: its verbs are there, and return what the protocol needs.</summary>
    internal bool CanDispatch(ActorModel actor)
        => IsSound && Cases.All(message => actor.SoundHandlers.Any(handler =>
            handler.Message.Unannotated == message.HandledAs && handler.Reply is not null == message.HasReply));
}

/// <summary>A case of a protocol.</summary>
/// <param name="Type">The class.</param>
/// <param name="HandledAs">The message of its handler: the class itself, or a part of the protocol that it belongs to.</param>
/// <param name="HasReply">Whether it declares a reply.</param>
internal sealed record CaseModel(string Type, string HandledAs, bool HasReply)
{
    /// <summary>The case, in the variable <c>m</c>, as the verbs of the ref take it.</summary>
    internal string Argument => HandledAs == Type ? "m" : $"({HandledAs})m";
}
