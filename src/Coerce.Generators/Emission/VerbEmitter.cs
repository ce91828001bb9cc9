using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>What a ref can do with one message.</summary>
internal static class VerbEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model, HandlerModel handler, int tag)
    {
        ActorIdentity identity = model.Identity;
        writer.Blank();
        if (handler.IsStream)
        {
            WriteStream(writer, identity, handler, tag);
        }
        else
        {
            WriteTells(writer, identity, handler, tag);
            writer.Blank();
            WriteAsks(writer, identity, handler, tag);
        }

        if (handler.CarriesScope) ScopedVerbEmitter.Write(writer, model, handler, tag);
        if (handler.HasInterface) WriteExplicitMembers(writer, handler, ProtocolEmitter.HasMembersOf(model, handler));
    }

    /// <summary>The methods of the ref for a method style handler.</summary>
    internal static void WriteMethod(CodeWriter writer, ActorModel model, HandlerModel handler, int tag)
    {
        WriteMethod(writer, model, handler, tag, withScope: false);
        if (handler.CarriesScope) WriteMethod(writer, model, handler, tag, withScope: true);
    }

    private static void WriteMethod(CodeWriter writer, ActorModel model, HandlerModel handler, int tag, bool withScope)
    {
        ActorIdentity identity = model.Identity;
        string[] names = [.. handler.Payload.Select(parameter => parameter.Name)];
        string token = Identifiers.Unique("cancellationToken", names);
        string scope = Identifiers.Unique("scope", names);
        string cell = names.Contains("_cell") ? "this._cell" : "_cell";
        string dispatcher = names.Contains(identity.Name) ? identity.FullName + ".Dispatcher" : RefEmitter.Dispatcher(identity);
        string message = $"new {handler.Message.Text}({string.Join(", ", names)})";
        string handlerName = $"<c>{identity.DisplayName}.{handler.Method.TrimStart('@')}</c>";
string call = handler.IsStream
            ? $"{cell}.{Stream(handler)}({tag}, {message}, {(withScope ? $"{scope}, " : "")}{token})"
            : SendText.Ask(dispatcher, handler, tag, $"{cell}, {message}", withScope ? scope : null, $"0, {token}");

        // What is optional cannot stand before a scope, which is not: with one, everything is said.
        string[] parameters =
        [
            .. withScope
                ? handler.Payload.Select(parameter => $"{Signatures.Transfer(parameter)}{parameter.Type.Text} {parameter.Name}").Append($"{Names.RequestScope} {scope}")
                : Signatures.Declarations(handler.Payload),
            $"{Names.CancellationToken} {token} = default",
        ];

        writer.Blank();
        string what = handler.IsStream ? $"Reads what {handlerName} yields" : $"Asks the actor to run {handlerName}";
        writer.Write($"/// <summary>{what}{(withScope ? ", with a scope" : "")}.</summary>");
        if (withScope && model.HasOverloadPriority) writer.Write(Names.Priority(-1));
        writer.Write($"""
            {Modifier(handler.Reach)} {Signatures.ReplyTask(handler)} {handler.RefMethod}({string.Join(", ", parameters)})
                => {call};
            """);
    }

    // One line each: there are four of them for every message.
    private static void WriteTells(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag)
    {
        string message = Signatures.Message(handler);
        string modifier = Modifier(handler.MessageReach);
        string link = Documentation.Message(handler, identity);

        writer.Write($"""
            /// <summary>Sends {link} without waiting for it to be handled.</summary>
            {modifier} void Tell({message}) => {SendText.Tell(identity, handler, tag, "Tell")};
            /// <summary>Sends {link}; false when the actor has stopped or has no room for it.</summary>
            {modifier} bool TryTell({message}) => {SendText.Tell(identity, handler, tag, "TryTell")};
            /// <summary>Sends {link} and waits, if need be, until there is room for it.</summary>
            {modifier} {Names.ValueTask} TellAsync({message}, {Names.CancellationToken} cancellationToken = default) => {SendText.Tell(identity, handler, tag, "TellAsync", token: ", cancellationToken")};
            /// <summary>Sends {link} when <paramref name="dueTime"/> has passed, and again after each <paramref name="period"/>.</summary>
            {modifier} {Names.ActorTimer} Schedule({message}, {Names.TimeSpan} dueTime, {Names.TimeSpan}? period = null) => _cell.Schedule({tag}, message, dueTime, period{(identity.IsEntity ? ", this" : "")});
            """);
    }

    private static void WriteAsks(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag)
    {
        string message = Signatures.Message(handler);
        string ask = $"{Modifier(handler.Reach)} {Signatures.ReplyTask(handler)} AskAsync({message}";
        string dispatcher = RefEmitter.Dispatcher(identity);
        string link = Documentation.Message(handler, identity);
        string until = handler.Reply is null ? "until it was handled" : "for the reply";

        writer.Write($"""
            /// <summary>Sends {link} and waits {until}, for as long as the system's ask timeout allows.</summary>
            {ask}, {Names.CancellationToken} cancellationToken = default)
                => {SendText.Ask(dispatcher, handler, tag, "_cell, message", null, "0, cancellationToken")};

            /// <summary>Sends {link} and waits {until}, for as long as <paramref name="timeout"/> allows.</summary>
            {ask}, {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken = default)
                => {SendText.Ask(dispatcher, handler, tag, "_cell, message", null, $"{Names.AskTimeout}.Of(timeout), cancellationToken")};
            """);
    }

    private static void WriteStream(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag)
    {
        string link = Documentation.Message(handler, identity);
        string token = $"{Names.CancellationToken} cancellationToken = default";

        writer.Write($"""
            /// <summary>Sends {link} when the stream is read, and gives what the handler yields.</summary>
            {Modifier(handler.Reach)} {Signatures.ReplyTask(handler)} StreamAsync({Signatures.Message(handler)}, {token})
                => _cell.{Stream(handler)}({tag}, message, cancellationToken);
            """);
    }

    // What is not public cannot implement an interface by its name alone.
    private static void WriteExplicitMembers(CodeWriter writer, HandlerModel handler, bool isInProtocol)
    {
        string message = handler.Message.Text;
        if (handler.MessageReach != Reach.AsRef && !handler.IsStream && !isInProtocol)
        {
            string receive = $"{Names.IReceive}<{message}>";
            writer.Blank();
            writer.Write($"""
                void {receive}.Tell({message} message) => Tell(message);
                bool {receive}.TryTell({message} message) => TryTell(message);
                {Names.ValueTask} {receive}.TellAsync({message} message, {Names.CancellationToken} cancellationToken) => TellAsync(message, cancellationToken);
                """);
        }

        if (handler.Reach == Reach.AsRef || (isInProtocol && handler.Reply is null)) return;

        string member = $"{Signatures.ReplyTask(handler)} {RefEmitter.Interface(handler)}.";
        writer.Blank();
        writer.Write(handler.IsStream
            ? $"{member}StreamAsync({message} message, {Names.CancellationToken} cancellationToken)\n    => StreamAsync(message, cancellationToken);"
            : $"""
            {member}AskAsync({message} message, {Names.CancellationToken} cancellationToken)
                => AskAsync(message, cancellationToken);

            {member}AskAsync({message} message, {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken)
                => AskAsync(message, timeout, cancellationToken);
            """);
    }

    internal static string Stream(HandlerModel handler) => $"Stream<{handler.Message.Text}, {handler.Reply!.Text}>";

    internal static string Modifier(Reach reach) => reach == Reach.AsRef ? "public" : "internal";
}
