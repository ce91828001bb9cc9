using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>What an actor has for its behaviours: the current one, <c>Become</c>, and in each of them the calls of its handlers.</summary>
internal static class BehaviorsEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        if (model.Behaviors is not { } behaviors) return;

        writer.Write($"private readonly {Names.ActorBehavior} {behaviors.Field} = new {Names.ActorBehavior}();");
        writer.Blank();
        foreach (BehaviorModel behavior in behaviors.Sound)
        {
            writer.Write($"""
                /// <summary>From now on the actor behaves as <see cref="{behavior.FullName.Replace('<', '{').Replace('>', '}')}"/>.</summary>
                private void {WellKnownNames.Become}({behavior.FullName} next) => {behaviors.Field}.Become(next, {behavior.Dispatcher}.Descriptor);
                """);
            writer.Blank();
        }

        if (behaviors.Sound.Count() < behaviors.All.Count) WriteAnyBecome(writer);
        foreach (BehaviorModel behavior in behaviors.Sound)
        {
            WriteBehavior(writer, model, behaviors, behavior);
            writer.Blank();
        }
    }

    /// <summary>For behaviours that the build reports.</summary>
    internal static void WriteAnyBecome(CodeWriter writer)
    {
        writer.Write($"""
            /// <summary>For a behaviour that the build reports: throws.</summary>
            private void {WellKnownNames.Become}(object next) => throw new {Names.InvalidOperation}();
            """);
        writer.Blank();
    }

    /// <summary>Passes a queued message on to the current behaviour: the rest of the dispatcher's switch.</summary>
    internal static void WriteRun(CodeWriter writer, BehaviorsModel behaviors)
    {
        writer.Write("default:");
        writer.Indent();
        writer.Open($"switch (cell.Actor.{behaviors.Field}.Current)");
        foreach (BehaviorModel behavior in behaviors.Sound)
        {
            writer.Write($"""
                case {behavior.FullName} behavior:
                    return {behavior.Dispatcher}.Run(behavior, cell, envelope);
                """);
        }

        writer.Write("""
            default:
                throw cell.NotHandled(envelope.Tag);
            """);
        writer.Close();
        writer.Outdent();
    }

    /// <summary>An ask in the caller's thread, by the current behaviour.</summary>
    internal static string Ask(BehaviorsModel behaviors, HandlerModel message, int tag)
    {
        var lines = new CodeWriter();
        string reply = message.Reply is null ? "" : $", {message.Reply.Text}";
        lines.Open($"switch (cell.Actor.{behaviors.Field}.Current)");
        foreach (BehaviorModel behavior in behaviors.Sound.Where(behavior => behavior.HandlerOf(message) is not null))
        {
            lines.Write($"""
                case {behavior.FullName} behavior:
                    return {behavior.Dispatcher}.Ask(behavior, cell, message, timeout, cancellationToken);
                """);
        }

        BehaviorModel[] stashing = [.. behaviors.Sound.Where(behavior => behavior.DoesStash(message))];
        foreach (BehaviorModel behavior in stashing)
        {
            lines.Write($"case {behavior.FullName} _:");
        }

        if (stashing.Length > 0)
        {
            lines.Write($"    return cell.LeaveStashed<{message.Message.Text}{reply}>({tag}, message, timeout, cancellationToken);");
        }

        lines.Write($"""
            default:
                throw cell.NotHandled({tag});
            """);
        lines.Close();
        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>The statement that makes the initial behaviour, where there is one.</summary>
    internal static string? Begin(ActorModel model)
    {
        if (model.Behaviors is not { Initial: { Constructor: { } constructor } initial } behaviors) return null;

        string arguments = Signatures.Arguments(constructor, model.Identity, _ => "actor");
        return $"if (actor.{behaviors.Field}.Current is null) actor.{WellKnownNames.Become}(new {initial.FullName}({arguments}));";
    }

    private static void WriteBehavior(CodeWriter writer, ActorModel model, BehaviorsModel behaviors, BehaviorModel behavior)
    {
        // Names inside of a behaviour are the user's: those of the actor are written in full.
        ActorIdentity identity = model.Identity with { Actor = model.Identity.FullName, Ref = model.Identity.FullRefName };
        (HandlerModel Message, int Tag)[] messages = [.. model.SoundHandlers.Select((handler, tag) => (handler, tag)).Where(pair => pair.handler.IsInBehavior)];
        int[] stashed = [.. messages.Where(pair => behavior.DoesStash(pair.Message)).Select(pair => pair.Tag)];

        writer.Open($"partial class {behavior.Name}");
        writer.Write(Names.HideFromEditor);
        writer.Open("internal static class Dispatcher");
        string tags = string.Concat(stashed.Select(tag => FormattableString.Invariant($", {tag}")));
        writer.Write($"internal static readonly {Names.BehaviorDescriptor} Descriptor = new {Names.BehaviorDescriptor}(\"{behavior.DisplayName}\", typeof({behavior.FullName}){tags});");
        writer.Blank();
        writer.Open($"internal static bool Run({behavior.FullName} behavior, {Names.ActorCell}<{identity.Actor}> cell, {Names.Envelope} envelope)");
        writer.Open("switch (envelope.Tag)");
        string self = $"(({behavior.FullName})cell.Actor.{behaviors.Field}.Current!)";
        foreach ((HandlerModel message, int tag) in messages)
        {
            if (behavior.HandlerOf(message) is { } handler) DispatcherEmitter.WriteCase(writer, identity, handler, tag, handler.IsReentrant ? self : "behavior");
        }

        if (stashed.Length > 0)
        {
            writer.Write(string.Join("\n", stashed.Select(tag => FormattableString.Invariant($"case {tag}:"))));
            writer.Write("    return cell.Stash(envelope);");
        }

        writer.Write("""
            default:
                throw cell.NotHandled(envelope.Tag);
            """);
        writer.Close();
        writer.Close();
        foreach ((HandlerModel message, int tag) in messages)
        {
            if (behavior.HandlerOf(message) is not { } handler) continue;
            if (message is { IsStream: false, CanRunInCallersThread: true }) WriteAsk(writer, identity, behavior, message, handler);
            if (handler.HasTurnChain) InterceptionEmitter.WriteTurn(writer, identity, handler, tag, self);
        }

        writer.Close();
        writer.Close();
    }

    private static void WriteAsk(CodeWriter writer, ActorIdentity identity, BehaviorModel behavior, HandlerModel message, HandlerModel handler)
    {
        string parameters = $"{behavior.FullName} behavior, {Names.ActorCell}<{identity.Actor}> cell, {message.Message.Text} message, int timeout, {Names.CancellationToken} cancellationToken";
        writer.Blank();
        writer.Open($"internal static {Signatures.ReplyTask(message)} Ask({parameters})");
        writer.Write(DispatcherEmitter.Leave(handler, Signatures.Call(handler, identity, "behavior")));
        writer.Close();
    }
}
