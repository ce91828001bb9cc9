using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The ref: one overload of each verb for each message.</summary>
internal static class RefEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        string cell = $"{Names.ActorCell}<{identity.Actor}>";
        string article = Documentation.Article(identity.DisplayName);

        writer.Write($"""
            /// <summary>A typed reference to {article} <see cref="{identity.Cref}"/> actor. Thread-safe.</summary>
            {Names.GeneratedCode}
            [{Names.RefOf}(typeof({identity.TypeofName}))]
            """);
        WriteHeader(writer, model);
        writer.Open();
        writer.Write($"""
            private readonly {cell} _cell;

            internal {identity.RefName}({cell} cell) : base(cell) => _cell = cell;
            """);

        int tag = 0;
        foreach (HandlerModel handler in model.SoundHandlers)
        {
            WriteVerbs(writer, identity, handler, tag++);
        }

        foreach (HandlerModel handler in model.SoundHandlers.Where(handler => handler.IsMethodStyle))
        {
            WriteMethod(writer, identity, handler);
        }

        UnhandledEmitter.Write(writer, model);
        writer.Close();
    }

    private static void WriteHeader(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        string[] bases =
        [
            Names.ActorRef,
            .. model.SoundHandlers.Where(handler => handler.HasInterface).Select(AskInterface),
        ];

        writer.Write($"{identity.Accessibility} sealed class {identity.RefName}{identity.TypeParameters} :");
        writer.Indent();
        writer.Write(string.Join(",\n", bases));
        foreach (string constraint in identity.Constraints)
        {
            writer.Write(constraint);
        }

        writer.Outdent();
    }

    private static void WriteVerbs(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag)
    {
        string message = handler.Message.Text;
        string tell = Modifier(handler.MessageReach);
        string ask = Modifier(handler.Reach);
        string task = Task(handler);
        string dispatcher = Dispatcher(identity);
        string link = Documentation.Message(handler, identity);
        string until = handler.Reply is null ? "until it was handled" : "for the reply";

        writer.Blank();
        writer.Write($"""
            /// <summary>Sends {link} without waiting for it to be handled.</summary>
            {tell} void Tell({message} message) => _cell.Tell({tag}, message);

            /// <summary>Sends {link}; false when the actor has stopped or has no room for it.</summary>
            {tell} bool TryTell({message} message) => _cell.TryTell({tag}, message);

            /// <summary>Sends {link} and waits {until}, for as long as the system's ask timeout allows.</summary>
            {ask} {task} AskAsync({message} message, {Names.CancellationToken} cancellationToken = default)
                => {dispatcher}.Ask(_cell, message, 0, cancellationToken);

            /// <summary>Sends {link} and waits {until}, for as long as <paramref name="timeout"/> allows.</summary>
            {ask} {task} AskAsync({message} message, {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken = default)
                => {dispatcher}.Ask(_cell, message, {Names.AskTimeout}.Of(timeout), cancellationToken);
            """);

        if (handler.HasInterface) WriteExplicitMembers(writer, handler);
    }

    // What is not public cannot implement an interface by its name alone.
    private static void WriteExplicitMembers(CodeWriter writer, HandlerModel handler)
    {
        string message = handler.Message.Text;
        if (handler.MessageReach != Reach.AsRef)
        {
            string receive = $"{Names.IReceive}<{message}>";
            writer.Blank();
            writer.Write($"""
                void {receive}.Tell({message} message) => Tell(message);

                bool {receive}.TryTell({message} message) => TryTell(message);
                """);
        }

        if (handler.Reach != Reach.AsRef)
        {
            string ask = $"{Task(handler)} {AskInterface(handler)}.AskAsync({message} message";
            writer.Blank();
            writer.Write($"""
                {ask}, {Names.CancellationToken} cancellationToken)
                    => AskAsync(message, cancellationToken);

                {ask}, {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken)
                    => AskAsync(message, timeout, cancellationToken);
                """);
        }
    }

    private static void WriteMethod(CodeWriter writer, ActorIdentity identity, HandlerModel handler)
    {
        string[] names = [.. handler.Payload.Select(parameter => parameter.Name)];
        string token = Identifiers.Unique("cancellationToken", names);
        string cell = names.Contains("_cell") ? "this._cell" : "_cell";
        string dispatcher = names.Contains(identity.Name) ? identity.FullName + ".Dispatcher" : Dispatcher(identity);
        string[] parameters =
        [
            .. Signatures.Declarations(handler.Payload),
            $"{Names.CancellationToken} {token} = default",
        ];

        writer.Blank();
        writer.Write($"""
            /// <summary>Asks the actor to run <c>{identity.DisplayName}.{handler.Method.TrimStart('@')}</c>.</summary>
            {Modifier(handler.Reach)} {Task(handler)} {handler.RefMethod}({string.Join(", ", parameters)})
                => {dispatcher}.Ask({cell}, new {handler.Message.Text}({string.Join(", ", names)}), 0, {token});
            """);
    }

    internal static string AskInterface(HandlerModel handler)
        => handler.Reply is null
            ? $"{Names.IAsk}<{handler.Message.Text}>"
            : $"{Names.IAsk}<{handler.Message.Text}, {handler.Reply.Text}>";

    private static string Dispatcher(ActorIdentity identity) => $"{identity.Actor}.{WellKnownNames.Dispatcher}";

    private static string Task(HandlerModel handler) => Signatures.ReplyTask(handler);

    private static string Modifier(Reach reach) => reach == Reach.AsRef ? "public" : "internal";
}
