using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>What <c>[Actor(...)]</c> says beside the name, where it says anything.</summary>
internal static class SettingsEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        if (model.Settings is not { } settings) return;

        writer.Blank();
        writer.Write($"public override {Names.ActorSettings} Settings {{ get; }} = new {Names.ActorSettings}");
        writer.Write("{");
        writer.Indent();
        if (settings.OnFailure is { } action) writer.Write($"Supervision = {Supervision(action, settings)},");
        if (settings.MailboxCapacity is { } capacity) writer.Write(FormattableString.Invariant($"MailboxCapacity = {capacity},"));
        if (settings.WhenFull is { } policy) writer.Write($"WhenFull = {Names.MailboxPolicy}.{policy},");
        if (settings.StashCapacity is { } stash) writer.Write(FormattableString.Invariant($"StashCapacity = {stash},"));
        writer.Outdent();
        writer.Write("};");
    }

    private static string Supervision(string action, SettingsModel settings)
    {
        string member = $"{Names.Supervision}.{action}";
        return action == "Restart" ? $"{member}({string.Join(", ", settings.Restart)})" : member;
    }
}
