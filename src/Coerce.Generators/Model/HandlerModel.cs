using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A method with <c>[Handles]</c>.</summary>
/// <param name="Method">The method, as an identifier.</param>
/// <param name="MessageName">Method style: the name of the generated message. Null for message style.</param>
/// <param name="Message">The type of the message.</param>
/// <param name="Parameters">All parameters of the method, in order.</param>
/// <param name="Returns">How the handler returns.</param>
/// <param name="Reply">The type of the reply; null when there is none.</param>
/// <param name="MayAsk">Whether it can make an ask and keep the actor while it waits for the reply.</param>
/// <param name="IsReentrant">Whether other messages may come in while it awaits.</param>
/// <param name="HasInterface">False when its interface could become the same as that of another handler once type
/// parameters are known (CS0695).</param>
/// <param name="IsSound">False when an analyzer reports it, or the compiler: nothing calls it then.</param>
/// <param name="Topics">The topics that it is subscribed to.</param>
/// <param name="Interception">What interceptors stand around it.</param>
/// <param name="IsNameFree">Method style: the ref can have a method of that name.</param>
/// <param name="IsMessageKnown">Whatever is at fault, its message is not: others may name it.</param>
/// <param name="IsReplyKnown">Nor is its reply.</param>
/// <param name="IsInBehavior">It speaks for the handlers of a message that behaviours handle.</param>
/// <param name="IsScoped">One of those that it speaks for takes a request scope.</param>
internal sealed record HandlerModel(
    string Method,
    string? MessageName,
    TypeText Message,
    EquatableArray<ParameterModel> Parameters,
    ReplyKind Returns,
    TypeText? Reply,
    bool MayAsk,
    bool IsReentrant,
    bool HasInterface,
    bool IsSound,
    EquatableArray<string> Topics,
    InterceptorKind Interception,
    bool IsNameFree,
    bool IsMessageKnown = true,
    bool IsReplyKnown = true,
    bool IsInBehavior = false,
    bool IsScoped = false)
{
    internal bool IsMethodStyle => MessageName is not null;

    internal bool IsStream => Returns == ReplyKind.Stream;

    /// <summary>Whether interceptors stand around its turns.</summary>
    internal bool HasTurnChain => (Interception & InterceptorKind.Turn) != 0;

    /// <summary>Whether interceptors stand around the sending of its message. A stream's message is sent by whoever reads it.</summary>
    internal bool HasSendChain => (Interception & InterceptorKind.Send) != 0 && !IsStream;

    /// <summary>Whether the ref can send a scope with the message.</summary>
    internal bool CarriesScope
        => IsScoped || Interception != InterceptorKind.None || Parameters.Any(parameter => parameter.Role == ParameterRole.Scope);

    /// <summary>Whether an ask of the idle actor may run in the caller's thread.</summary>
    /// <remarks>A reply that comes later is waited for through the mailbox in any case. In behaviours a scope goes with the queued message
    /// only: the way past the mailbox would be another overload of each step for few asks.</remarks>
    internal bool CanRunInCallersThread
        => !IsReentrant && !(HasTurnChain && Returns == ReplyKind.Deferred) && !(IsInBehavior && CarriesScope);

    /// <summary>The method of the ref: <c>GetBalanceAsync</c>.</summary>
    internal string RefMethod => MessageName + "Async";

    /// <summary>The message from within the actor: <c>Messages.GetBalance</c>.</summary>
    internal string MessageInActor => IsMethodStyle ? "Messages." + Identifiers.Escape(MessageName!) : Message.Text;

    internal IEnumerable<ParameterModel> Payload => Parameters.Where(parameter => parameter.IsPayload);

    /// <summary>Where the members of the ref can be seen that mention the message alone.</summary>
    internal Reach MessageReach
        => IsMethodStyle ? Payload.Select(parameter => parameter.Type.Reach).Append(Reach.AsRef).Max() : Message.Reach;

    /// <summary>Where the members of the ref can be seen that mention message and reply.</summary>
    internal Reach Reach => Reply is not null && Reply.Reach > MessageReach ? Reply.Reach : MessageReach;

    /// <summary>What a person would call the handler: <c>Transfer(AccountRef, uint)</c>.</summary>
    internal string DisplayName
        => $"{Method.TrimStart('@')}({string.Join(", ", Payload.Select(parameter => parameter.Type.DisplayName))})";

    /// <summary>What a person would call the message: <c>Transfer</c>.</summary>
    internal string MessageDisplayName => MessageName ?? Message.DisplayName;

    /// <summary>Whether generated code can name the message of a handler that may be at fault.</summary>
    internal bool HasMessage => IsMessageKnown
        && (IsMethodStyle
            ? IsNameFree && Payload.All(parameter => parameter.Type.IsNameable)
            : Message.IsNameable);

    internal bool IsSameMessage(HandlerModel other) => Message.Unannotated == other.Message.Unannotated;

    /// <summary>Whether a caller cannot tell the two apart: the same reply and, method style, the same parameters.</summary>
    internal bool IsAnsweredAs(HandlerModel other)
        => IsStream == other.IsStream
            && Reply?.Text == other.Reply?.Text
            && (!IsMethodStyle || Payload.Select(Signature).SequenceEqual(other.Payload.Select(Signature)));

    private static string Signature(ParameterModel parameter) => $"{parameter.Type.Text} {parameter.Property}";

    internal HandlerModel Resolve(GeneratedTypes types, ActorIdentity actor)
    {
        HandlerModel resolved = this with
        {
            Message = Message.Resolve(types, actor.Reach),
            Parameters = Parameters.Select(parameter => parameter.Resolve(types, actor.Reach)).ToEquatableArray(),
            Reply = Reply?.Resolve(types, actor.Reach),
        };

        bool isSound = resolved.IsSound
            && Method.Length > 0
            && resolved.Message.IsResolved
            && resolved.Reply is not { IsResolved: false }
            && resolved.Parameters.All(parameter => parameter.IsSoundFor(actor))
            && resolved.Reach != Reach.Private;

        return isSound == resolved.IsSound ? resolved : resolved with { IsSound = isSound };
    }
}
