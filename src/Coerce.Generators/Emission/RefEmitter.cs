using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The ref: what it is, and what is the same for every actor.</summary>
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
            private {cell} _cell => CellOf<{identity.Actor}>();

            internal {identity.RefName}({cell} cell) : base(cell) {"{ }"}

            {FactoryMethod(identity)}
                => new(source.Cell({Dispatcher(identity)}.Instance));
            """);
        EntityEmitter.WriteMembers(writer, model);

        int tag = 0;
        foreach (HandlerModel handler in model.SoundHandlers)
        {
            VerbEmitter.Write(writer, model, handler, tag++);
        }

        tag = 0;
        foreach (HandlerModel handler in model.SoundHandlers)
        {
            if (handler.IsMethodStyle) VerbEmitter.WriteMethod(writer, model, handler, tag);
            tag++;
        }

        ProtocolEmitter.Write(writer, model);
        TerminatedEmitter.Write(writer, model);
        WriteRun(writer, identity, identity.Actor, "_cell.RunAsync(work, cancellationToken)");
        UnhandledEmitter.Write(writer, model);
        StubInterfaces.Write(writer, model, StubInterfaces.Broken(model));
        writer.Close();
    }

    /// <summary><c>IAsk&lt;Deposit, uint&gt;</c></summary>
    internal static string Interface(HandlerModel handler)
        => handler.Reply is null ? $"{Names.IAsk}<{handler.Message.Text}>"
            : $"{(handler.IsStream ? Names.IStream : Names.IAsk)}<{handler.Message.Text}, {handler.Reply.Text}>";

    /// <summary>The interface by which pools and probes make refs.</summary>
    internal static string Factory(ActorIdentity identity) => $"{Names.IRefFactory}<{identity.Ref}>";

    internal static string FactoryMethod(ActorIdentity identity)
        => $"static {identity.Ref} {Factory(identity)}.NewRef({Names.RefSource} source)";

    internal static string Dispatcher(ActorIdentity identity) => $"{identity.Actor}.{WellKnownNames.Dispatcher}";

    /// <summary>The four kinds of work that can be run on an actor.</summary>
    internal static void WriteRun(CodeWriter writer, ActorIdentity identity, string actor, string body)
    {
        string result = Signatures.TypeParameter("TResult", identity);
        string token = $"{Names.CancellationToken} cancellationToken = default";

        writer.Blank();
        writer.Write($"""
            /// <summary>Runs <paramref name="work"/> in a turn of the actor and waits until it is done.</summary>
            public {Names.ValueTask} RunAsync({Names.Action}<{actor}> work, {token}) => {body};
            /// <summary>Runs <paramref name="work"/> in a turn of the actor and waits until it is done.</summary>
            public {Names.ValueTask} RunAsync({Names.Func}<{actor}, {Names.Task}> work, {token}) => {body};
            /// <summary>Runs <paramref name="work"/> in a turn of the actor and waits for what it returns.</summary>
            public {Names.ValueTask}<{result}> RunAsync<{result}>({Names.Func}<{actor}, {result}> work, {token}) => {body};
            /// <summary>Runs <paramref name="work"/> in a turn of the actor and waits for what it returns.</summary>
            public {Names.ValueTask}<{result}> RunAsync<{result}>({Names.Func}<{actor}, {Names.Task}<{result}>> work, {token}) => {body};
            """);
    }

    private static void WriteHeader(CodeWriter writer, ActorModel model)
    {
        ActorIdentity identity = model.Identity;
        string[] bases =
        [
            Names.ActorRef,
            .. model.SoundHandlers.Where(handler => handler.HasInterface).Select(Interface),
            .. ProtocolEmitter.Interfaces(model),
            .. TerminatedEmitter.Interfaces(model),
            .. StubInterfaces.Broken(model).Select(StubInterfaces.Interface),
            .. EntityEmitter.Interfaces(model),
            Factory(identity),
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
}
