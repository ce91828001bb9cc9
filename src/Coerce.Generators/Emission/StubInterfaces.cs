using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>Lets the ref of what the build reports pass for what it would be: <c>IReceive&lt;M&gt;</c> and the like.</summary>
internal static class StubInterfaces
{
    /// <summary>The handlers of an actor that are at fault, and whose messages exist all the same.</summary>
    internal static IEnumerable<HandlerModel> Broken(ActorModel model)
        => model.BrokenMessages.Where(handler => handler.HasInterface
            && (HasReply(handler) || !handler.IsStream)
            && !TerminatedEmitter.HasMembersOf(model, handler));

    /// <summary>As much as is certain.</summary>
    internal static string Interface(HandlerModel handler)
        => HasReply(handler) ? RefEmitter.Interface(handler) : $"{Names.IReceive}<{handler.Message.Text}>";

    /// <summary>The handlers of a class that cannot be an actor, whose messages exist.</summary>
    internal static IEnumerable<HandlerModel> Handlers(ActorModel model)
    {
        bool hasMessages = model.Stub is { CanExtendActor: true, HasMessages: true };
        return model.SoundHandlers.Where(handler => handler.HasInterface && (hasMessages || !handler.IsMethodStyle));
    }

    internal static void Write(CodeWriter writer, ActorModel model, IEnumerable<HandlerModel> handlers)
    {
        foreach (HandlerModel handler in handlers)
        {
            string message = handler.Message.Text;
            string receive = $"{Names.IReceive}<{message}>";
            string member = HasReply(handler) ? $"{Signatures.ReplyTask(handler)} {RefEmitter.Interface(handler)}." : "";
            string token = $"{Names.CancellationToken} cancellationToken";
            string failure = $"throw {Names.Unhandled}.Message(this, message)";

            writer.Blank();
            if (handler.IsStream)
            {
                writer.Write($"{member}StreamAsync({message} message, {token}) => {failure};");
                continue;
            }

bool isInProtocol = ProtocolEmitter.HasMembersOf(model, handler);
            if (!isInProtocol)
            {
                writer.Write($"""
                    void {receive}.Tell({message} message) => {failure};
                    bool {receive}.TryTell({message} message) => {failure};
                    {Names.ValueTask} {receive}.TellAsync({message} message, {token}) => {failure};
                    """);
            }

            if (!HasReply(handler) || (isInProtocol && handler.Reply is null)) continue;

            writer.Write($"""
                {member}AskAsync({message} message, {token}) => {failure};
                {member}AskAsync({message} message, {Names.TimeSpan} timeout, {token}) => {failure};
                """);
        }
    }

    private static bool HasReply(HandlerModel handler) => handler.IsReplyKnown && handler.Reply is not { IsNameable: false };
}
