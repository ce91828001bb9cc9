using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>What a ref can do with a message and a scope.</summary>
/// <remarks>Of a lower priority than the others: <c>AskAsync(message, default)</c> means the token, as ever.</remarks>
internal static class ScopedVerbEmitter
{
    private const string With = "with what travels beside it";

    internal static void Write(CodeWriter writer, ActorModel model, HandlerModel handler, int tag)
    {
        string message = $"{Signatures.Message(handler)}, {Names.RequestScope} scope";
        string link = Documentation.Message(handler, model.Identity);
        string token = $"{Names.CancellationToken} cancellationToken = default";
        string reply = Signatures.ReplyTask(handler);
        string modifier = VerbEmitter.Modifier(handler.Reach);
        if (handler.IsStream)
        {
            Write(writer, model, $"""
                /// <summary>Sends {link}, {With}, when the stream is read, and gives what the handler yields.</summary>
                {modifier} {reply} StreamAsync({message}, {token})
                    => _cell.{VerbEmitter.Stream(handler)}({tag}, message, scope, cancellationToken);
                """);
            return;
        }

        string tell = VerbEmitter.Modifier(handler.MessageReach);
        string until = handler.Reply is null ? "until it was handled" : "for the reply";
        string dispatcher = RefEmitter.Dispatcher(model.Identity);
        Write(writer, model, $"""
            /// <summary>Sends {link}, {With}, without waiting for it to be handled.</summary>
            {tell} void Tell({message}) => {SendText.Tell(model.Identity, handler, tag, "Tell", "scope")};
            """);
        Write(writer, model, $"""
            /// <summary>Sends {link}, {With}; false when the actor has stopped or has no room for it.</summary>
            {tell} bool TryTell({message}) => {SendText.Tell(model.Identity, handler, tag, "TryTell", "scope")};
            """);
        Write(writer, model, $"""
            /// <summary>Sends {link}, {With}, and waits, if need be, until there is room for it.</summary>
            {tell} {Names.ValueTask} TellAsync({message}, {token}) => {SendText.Tell(model.Identity, handler, tag, "TellAsync", "scope", ", cancellationToken")};
            """);
        Write(writer, model, $"""
            /// <summary>Sends {link}, {With}, and waits {until}, for as long as the system's ask timeout allows.</summary>
            {modifier} {reply} AskAsync({message}, {token})
                => {SendText.Ask(dispatcher, handler, tag, "_cell, message", "scope", "0, cancellationToken")};
            """);
        Write(writer, model, $"""
            /// <summary>Sends {link}, {With}, and waits {until}, for as long as <paramref name="timeout"/> allows.</summary>
            {modifier} {reply} AskAsync({message}, {Names.TimeSpan} timeout, {token})
                => {SendText.Ask(dispatcher, handler, tag, "_cell, message", "scope", $"{Names.AskTimeout}.Of(timeout), cancellationToken")};
            """);
    }

    private static void Write(CodeWriter writer, ActorModel model, string member)
    {
        int end = member.IndexOf('\n') + 1;
        writer.Blank();
        writer.Write(member.Substring(0, end - 1));
        if (model.HasOverloadPriority) writer.Write(Names.Priority(-1));
        writer.Write(member.Substring(end));
    }
}
