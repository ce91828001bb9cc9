using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Emission;

/// <summary>The dispatcher: descriptor, the switch for queued messages, lifecycle, and asks in the caller's thread.</summary>
internal static class DispatcherEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        writer.Write(Names.HideFromEditor);
        writer.Open($"internal sealed class Dispatcher : {Names.ActorDispatcher}<{identity.Actor}>");
        writer.Write("internal static readonly Dispatcher Instance = new Dispatcher();");
        writer.Blank();
        WriteDescriptor(writer, model);
        SettingsEmitter.Write(writer, model);
        SubscriptionEmitter.Write(writer, model);
        EntityEmitter.WriteKind(writer, model);
        InterceptionEmitter.WriteFactories(writer, model);
        writer.Blank();
        WriteRun(writer, model);
        LifecycleEmitter.Write(writer, model);

        bool isFirst = true;
        int tag = 0;
        foreach (HandlerModel handler in model.SoundHandlers)
        {
            if (!handler.IsStream) WriteAsk(writer, model, handler, tag, ref isFirst);
            InterceptionEmitter.WriteChains(writer, identity, handler, tag);
            tag++;
        }

        writer.Close();
    }

    private static void WriteDescriptor(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        string name = SymbolDisplay.FormatLiteral(model.WireName, quote: true);
        string[] lines =
        [
            $"{name}, typeof({identity.Actor}), typeof({identity.Ref})",
            .. model.SoundHandlers.Select(Descriptor),
        ];

        writer.Write($"public override {Names.ActorDescriptor} Descriptor {{ get; }} = new {Names.ActorDescriptor}(");
        writer.Indent();
        writer.Write(string.Join(",\n", lines) + (model.Behaviors is null ? ");" : ")"));
        writer.Outdent();
        if (model.Behaviors is { } behaviors) WriteBehaviors(writer, behaviors);
    }

    private static void WriteBehaviors(CodeWriter writer, BehaviorsModel behaviors)
    {
        string descriptors = string.Join(", ", behaviors.Sound.Select(behavior => $"{behavior.Dispatcher}.Descriptor"));
        writer.Write("{");
        writer.Write($"    Behaviors = {Names.ImmutableArray}.Create<{Names.BehaviorDescriptor}>({descriptors}),");
        writer.Write("};");
    }

    private static string Descriptor(HandlerModel handler)
    {
        string name = SymbolDisplay.FormatLiteral(handler.DisplayName, quote: true);
        string message = handler.IsMethodStyle ? handler.MessageInActor : handler.Message.Unannotated;
        string reply = handler.Reply is null ? "null"
            : handler.IsStream ? $"typeof({Signatures.ReplyTask(handler)})"
            : $"typeof({handler.Reply.Unannotated})";
        return $"new {Names.HandlerDescriptor}({name}, typeof({message}), {reply})";
    }

    private static void WriteRun(CodeWriter writer, ActorModel model)
    {
        writer.Write("// a queued message. true: the turn has ended; false: the handler still runs");
        writer.Open($"public override bool Run({Names.ActorCell}<{model.Identity.Actor}> cell, {Names.Envelope} envelope)");
        writer.Open("switch (envelope.Tag)");
        int tag = 0;
        foreach (HandlerModel handler in model.SoundHandlers)
        {
            if (!handler.IsInBehavior) WriteCase(writer, model.Identity, handler, tag);
            tag++;
        }

        if (model.Behaviors is { } behaviors)
        {
            BehaviorsEmitter.WriteRun(writer, behaviors);
        }
        else
        {
            writer.Write("""
                default:
                    return cell.Unknown(envelope);
                """);
        }

        writer.Close();
        writer.Close();
    }

    /// <param name="writer">Writes.</param>
    /// <param name="identity">The names of the actor.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="tag">The number of its message.</param>
    /// <param name="target">The object that has it.</param>
    internal static void WriteCase(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag, string target = "cell.Actor")
    {
        string message = target == "cell.Actor" ? handler.MessageInActor : handler.Message.Text;
        writer.Write($"case {tag}:");
        if (handler.IsReentrant)
        {
            writer.Indent();
            WriteReentrant(writer, handler, tag, message, Signatures.Call(handler, identity, target));
            writer.Outdent();
        }
        else if (handler.HasTurnChain)
        {
            writer.Indent();
            writer.Write($"cell.BeginAsking();\nreturn cell.{Finish(handler)}(envelope, {InterceptionEmitter.QueuedTurn(tag)});");
            writer.Outdent();
        }
        else if (handler.Payload.Any())
        {
            writer.Open();
            writer.Write($"var message = envelope.Read<{message}>();");
            writer.Write(Statements(handler, Signatures.Call(handler, identity, target)));
            writer.Close();
        }
        else
        {
            writer.Indent();
            writer.Write(Statements(handler, Signatures.Call(handler, identity, target)));
            writer.Outdent();
        }
    }

    private static string Statements(HandlerModel handler, string call)
        => handler.Returns switch
        {
            ReplyKind.Void => $"{call};\nreturn cell.Reply(envelope);",
            ReplyKind.Value => $"return cell.Reply(envelope, {call});",
            ReplyKind.Deferred => $"return cell.ReplyLater(envelope, {call});",
            ReplyKind.Stream when handler.MayAsk => $"cell.BeginAsking();\nreturn cell.Stream(envelope, {call});",
            ReplyKind.Stream => $"return cell.Stream(envelope, {call});",
            _ when handler.MayAsk => $"cell.BeginAsking();\nreturn cell.ReplyAfter(envelope, {call});",
            _ => $"return cell.ReplyAfter(envelope, {call});",
        };

    private static string Finish(HandlerModel handler) => handler.Returns switch
    {
        ReplyKind.Deferred => "ReplyLaterAfter",
        ReplyKind.Stream => "StreamAfter",
        _ => "ReplyAfter",
    };

    // Its awaits go on in turns of their own, so that the runtime has to be there when it begins.
    private static void WriteReentrant(CodeWriter writer, HandlerModel handler, int tag, string message, string call)
    {
        if (handler.HasTurnChain)
        {
            writer.Write($"return cell.RunReentrant(envelope, static (cell, envelope) => {InterceptionEmitter.QueuedTurn(tag)});");
            return;
        }

        bool isTask = handler.Returns is ReplyKind.Task or ReplyKind.TaskOfValue;
        string reply = isTask ? $"new {Signatures.ReplyTask(handler)}({call})" : call;

        writer.Write("return cell.RunReentrant(envelope, static (cell, envelope) =>");
        writer.Write("{");
        writer.Indent();
        if (handler.Payload.Any()) writer.Write($"var message = envelope.Read<{message}>();");
        writer.Write($"return {reply};");
        writer.Outdent();
        writer.Write("});");
    }

    /// <summary>The end of a turn in the caller's thread.</summary>
    internal static string Leave(HandlerModel handler, string call) => handler.Returns switch
    {
        ReplyKind.Void => $"{call};\nreturn cell.Leave();",
        ReplyKind.Value => $"return cell.Leave({call});",
        ReplyKind.Deferred => $"return cell.LeaveLater({call}, timeout, cancellationToken);",
        _ => $"return cell.LeaveAfter({call}, timeout, cancellationToken);",
    };

    private static void WriteAsk(CodeWriter writer, ActorModel model, HandlerModel handler, int tag, ref bool isFirst)
    {
        ActorIdentity identity = model.Identity;
        string message = handler.MessageInActor;
        string queued = handler.Reply is null ? "Ask" : $"Ask<{message}, {handler.Reply.Text}>";
        string fail = handler.Reply is null ? "Fail" : $"Fail<{handler.Reply.Text}>";

        writer.Blank();
        if (isFirst)
        {
            isFirst = false;
            writer.Write("// an ask: in the caller's thread when the actor is idle, else through the mailbox");
        }

        string scope = handler.CarriesScope ? "scope, " : "";
        string scopeParameter = handler.CarriesScope ? $"{Names.RequestScope} scope, " : "";
        string parameters = $"{Names.ActorCell}<{identity.Actor}> cell, {message} message, {scopeParameter}int timeout";
        if (!handler.CanRunInCallersThread)
        {
            writer.Write($$"""
                internal static {{Signatures.ReplyTask(handler)}} Ask({{parameters}}, {{Names.CancellationToken}} cancellationToken)
                    => cell.{{queued}}({{tag}}, message, {{scope}}timeout, cancellationToken);
                """);
            return;
        }

        string call = Signatures.Call(handler, identity, scope: "scope");
        bool isPlain = handler is { IsInBehavior: false, HasTurnChain: false };
        (string before, string run, string after) = handler.Returns switch
        {
            ReplyKind.Void when isPlain => ("", $"{call};", "\nreturn cell.Leave();"),
            ReplyKind.Value when isPlain => ($"{handler.Reply!.Text} reply;\n", $"reply = {call};", "\nreturn cell.Leave(reply);"),
            _ when handler.IsInBehavior => ("", BehaviorsEmitter.Ask(model.Behaviors!, handler, tag), ""),
            _ when handler.HasTurnChain => (
                "",
                $"return cell.{(handler.Reply is null ? "LeaveAfterNothing" : "LeaveAfter")}({InterceptionEmitter.InlineTurn(tag)}, timeout, cancellationToken);",
                ""),
            _ => ("", Leave(handler, call), ""),
        };
        string enter = handler.MayAsk || handler.HasTurnChain ? "TryEnterAsking" : "TryEnter";
        writer.Open($"internal static {Signatures.ReplyTask(handler)} Ask({parameters}, {Names.CancellationToken} cancellationToken)");
        writer.Write($$"""
            if (!cell.{{enter}}({{tag}}, cancellationToken))
            {
                return cell.{{queued}}({{tag}}, message, {{scope}}timeout, cancellationToken);
            }

            {{before}}try
            {
                {{run.Replace("\n", "\n    ")}}
            }
            catch ({{Names.Exception}} failure)
            {
                return cell.{{fail}}(failure);
            }
            {{after}}
            """.TrimEnd());
        writer.Close();
    }
}
