using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>Lets an actor watch whose handler of <c>Terminated</c> the build reports: that one error is enough.</summary>
internal static class TerminatedEmitter
{
    private const string Terminated = "global::Coerce.Terminated";
    private const string Interface = $"{Names.IReceive}<{Terminated}>";

    internal static IEnumerable<string> Interfaces(ActorModel model) => IsBroken(model) ? [Interface] : [];

    /// <summary>Whether the message of a handler is the one that this is about.</summary>
    internal static bool HasMembersOf(ActorModel model, HandlerModel handler) => handler.Message.Unannotated == Terminated && IsBroken(model);

    internal static void Write(CodeWriter writer, ActorModel model)
    {
        if (!IsBroken(model)) return;

        string failure = $"throw {Names.Unhandled}.Message(this, message)";
        writer.Blank();
        writer.Write($"""
            void {Interface}.Tell({Terminated} message) => {failure};
            bool {Interface}.TryTell({Terminated} message) => {failure};
            {Names.ValueTask} {Interface}.TellAsync({Terminated} message, {Names.CancellationToken} cancellationToken) => {failure};
            """);
    }

    private static bool IsBroken(ActorModel model)
        => model.BrokenHandlers.Any(handler => handler.Message.Unannotated == Terminated)
            && !model.SoundHandlers.Any(handler => handler.HasInterface && handler.Message.Unannotated == Terminated);
}
