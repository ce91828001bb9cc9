using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>Lets the ref of a class that cannot be an actor pass for what it would be: <c>IReceive&lt;M&gt;</c> and the like.</summary>
internal static class StubInterfaces
{
    /// <summary>The handlers whose messages exist.</summary>
    internal static IEnumerable<HandlerModel> Handlers(ActorModel model)
    {
        bool hasMessages = model.Stub is { CanExtendActor: true, HasMessages: true };
        return model.SoundHandlers.Where(handler => handler.HasInterface && (hasMessages || !handler.IsMethodStyle));
    }

    internal static void Write(CodeWriter writer, IEnumerable<HandlerModel> handlers)
    {
        foreach (HandlerModel handler in handlers)
        {
            string message = handler.Message.Text;
            string receive = $"{Names.IReceive}<{message}>";
            string ask = $"{Signatures.ReplyTask(handler)} {RefEmitter.AskInterface(handler)}.AskAsync({message} message";
            string failure = $"throw {Names.Unhandled}.Message(this, message)";

            writer.Blank();
            writer.Write($"""
                void {receive}.Tell({message} message) => {failure};

                bool {receive}.TryTell({message} message) => {failure};

                {ask}, {Names.CancellationToken} cancellationToken)
                    => {failure};

                {ask}, {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken)
                    => {failure};
                """);
        }
    }
}
