using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The messages of method style handlers.</summary>
internal static class MessagesEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        HandlerModel[] handlers =
        [
            .. model.SoundHandlers.Where(handler => handler.IsMethodStyle),
            .. model.BrokenMessages.Where(handler => handler.IsMethodStyle),
        ];
        if (handlers.Length == 0) return;

        ActorIdentity identity = model.Identity;
        Reach reach = handlers.Select(handler => handler.MessageReach).Min();
        writer.Write($"""
            /// <summary>The messages of the handlers of <see cref="{identity.Cref}"/> that are written as methods.</summary>
            {Modifier(reach)} static class Messages
            """);
        writer.Open();
        for (int i = 0; i < handlers.Length; i++)
        {
            if (i > 0) writer.Blank();
            WriteMessage(writer, model, handlers[i]);
        }

        writer.Close();
        writer.Blank();
    }

    private static void WriteMessage(CodeWriter writer, ActorModel model, HandlerModel handler)
    {
        string properties = string.Join(", ", handler.Payload.Select(
            parameter => $"{Signatures.Transfer(parameter)}{parameter.Type.Text} {Identifiers.Escape(parameter.Property)}"));

        // A link needs the one method of that name.
        string summary = model.Stub is null && !handler.CarriesScope && !model.BrokenHandlers.Any(other => other.MessageName == handler.MessageName)
            ? $"What <see cref=\"{model.Identity.RefCref}.{handler.RefMethod}\"/> sends."
            : $"The message of <c>{handler.RefMethod}</c>.";

        writer.Write($"""
            /// <summary>{summary}</summary>
            {Modifier(handler.MessageReach)} readonly record struct {Identifiers.Escape(handler.MessageName!)}({properties});
            """);
    }

    private static string Modifier(Reach reach) => reach == Reach.AsRef ? "public" : "internal";
}
