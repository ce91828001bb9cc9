using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The interceptors of an actor: how they are made, and the chain around each handler.</summary>
internal static class InterceptionEmitter
{
    /// <summary>The factories of the dispatcher.</summary>
    internal static void WriteFactories(CodeWriter writer, ActorModel model)
    {
        Write(InterceptorKind.Turn, Names.TurnInterceptor, "NewTurnInterceptors");
        Write(InterceptorKind.Send, Names.SendInterceptor, "NewSendInterceptors");

        void Write(InterceptorKind kind, string type, string name)
        {
            InterceptorModel[] interceptors = [.. model.Interceptors.Where(interceptor => interceptor.Kind == kind && interceptor.IsSound)];
            if (interceptors.Length == 0) return;

            writer.Blank();
            writer.Write($"public override {type}[] {name}({Names.ActorCell}<{model.Identity.Actor}> cell) => new {type}[]");
            writer.Write("{");
            writer.Indent();
            foreach (InterceptorModel interceptor in interceptors)
            {
                string services = Signatures.Arguments(interceptor.Services, model.Identity, _ => "");
                writer.Write($"new {interceptor.Type}({services}),");
            }

            writer.Outdent();
            writer.Write("};");
        }
    }

    /// <summary>The chains around one handler.</summary>
    internal static void WriteChains(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag)
    {
        if (handler is { HasTurnChain: true, IsInBehavior: false }) WriteTurn(writer, identity, handler, tag);
        if (handler.HasSendChain) WriteSend(writer, identity, handler, tag);
    }

    /// <summary>Runs the handler of a queued message, with all that is around it.</summary>
    internal static string QueuedTurn(int tag) => $"Turn{tag}.Instance.RunAsync(cell, envelope)";

    /// <summary>Runs the handler in the caller's thread, with all that is around it.</summary>
    internal static string InlineTurn(int tag) => $"Turn{tag}.Instance.RunAsync(cell, {tag}, message, scope)";

    /// <summary>The chain around the turns of a handler.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="identity">The names of the actor.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="tag">The number of its message.</param>
    /// <param name="target">The object that has it.</param>
    internal static void WriteTurn(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag, string target = "cell.Actor")
    {
        string message = target == "cell.Actor" ? handler.MessageInActor : handler.Message.Text;
        string reply = TurnReply(handler);
        string call = Signatures.Call(handler, identity, target, "turn.Scope", "StreamToken(turn)");

        writer.Blank();
        writer.Write($"// around {handler.DisplayName}");
        writer.Open($"private sealed class Turn{tag} : {Names.TurnChain}<{message}, {reply}>");
        writer.Write($"internal static readonly Turn{tag} Instance = new Turn{tag}();");
        writer.Blank();
        writer.Open($"protected override {Names.ValueTask}<{reply}> HandleAsync({Names.TurnInfo} turn, {message} message)");
        writer.Write($"var cell = CellOf<{identity.Actor}>(turn);");
        writer.Write(handler.Returns switch
        {
            ReplyKind.Void => $"{call};\nreturn default;",
            ReplyKind.Task or ReplyKind.ValueTask => $"return Nothing({call});",
            ReplyKind.ValueTaskOfValue => $"return {call};",
            _ => $"return new {Names.ValueTask}<{reply}>({call});",
        });
        writer.Close();
        writer.Close();
    }

    private static void WriteSend(CodeWriter writer, ActorIdentity identity, HandlerModel handler, int tag)
    {
        string message = handler.MessageInActor;
        string reply = handler.Reply?.Text ?? Names.NoReply;
        string cell = $"({Names.ActorCell}<{identity.Actor}>)cell";
        string ask = $"Dispatcher.Ask({cell}, message, scope, timeout, cancellationToken)";

        writer.Blank();
        writer.Open($"internal sealed class Send{tag} : {Names.SendChain}<{message}, {reply}>");
        writer.Write($$"""
            internal static readonly Send{{tag}} Instance = new Send{{tag}}();

            private Send{{tag}}() : base({{tag}}) { }

            protected override {{Names.ValueTask}}<{{reply}}> Ask({{Names.ActorCell}} cell, {{message}} message, {{Names.RequestScope}} scope, int timeout, {{Names.CancellationToken}} cancellationToken)
                => {{(handler.Reply is null ? $"Nothing({ask})" : ask)}};
            """);
        writer.Close();
    }

    /// <summary>What an interceptor of the handler's turns sees as the reply.</summary>
    private static string TurnReply(HandlerModel handler) => handler.Returns switch
    {
        ReplyKind.Deferred => $"{Names.Deferred}<{handler.Reply!.Text}>",
        ReplyKind.Stream => Signatures.ReplyTask(handler),
        _ => handler.Reply?.Text ?? Names.NoReply,
    };
}
