using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The file of a class that cannot be an actor: it takes all that code may do with the actor.</summary>
internal static class StubFile
{
    internal static void Write(CodeWriter writer, ActorModel model, StubModel stub)
    {
        ActorIdentity identity = model.Identity;
        if (stub.HasRef || stub.CanExtendActor)
        {
            int depth = ActorFile.OpenScope(writer, identity, withContainers: stub.CanNestRef);
            if (stub.HasRef) WriteRef(writer, model, stub);
            if (stub.CanExtendActor) WritePart(writer, model, stub);
            ActorFile.CloseScope(writer, depth);
        }

        if (stub.HasPropsExtension || stub.HasBecomeExtension) WriteExtension(writer, model, stub);
    }

    private static void WriteRef(CodeWriter writer, ActorModel model, StubModel stub)
    {
        ActorIdentity identity = model.Identity;
        writer.Write($"""
            /// <summary>Stands in for the ref of <c>{identity.DisplayName}</c>, which cannot be an actor as it is: the build says why.</summary>
            {Names.GeneratedCode}
            """);

        string declaration = $"{identity.Accessibility} sealed class {identity.RefName}{identity.TypeParameters}";
        HandlerModel[] handlers = [.. StubInterfaces.Handlers(model)];
        string bases = string.Join(", ", [Names.ActorRef, .. handlers.Select(RefEmitter.Interface), .. ProtocolEmitter.Interfaces(model), .. TerminatedEmitter.Interfaces(model), .. EntityEmitter.Interfaces(model), RefEmitter.Factory(identity)]);
        writer.Open(string.Join("\n    ", [$"{declaration} : {bases}", .. identity.Constraints]));
        writer.Write($"private {identity.RefName}() : base({Names.Unhandled}.NoCell) {{ }}");
        UnhandledEmitter.WriteVerbs(writer, identity, Names.HideFromEditor, UnhandledEmitter.CarriesScope(model) ? Names.HideFromEditor : null, hasStream: true);
        PermissiveEmitter.WriteMethods(writer, model);
        StubInterfaces.Write(writer, model, handlers);
        ProtocolEmitter.Write(writer, model);
        TerminatedEmitter.Write(writer, model);
        EntityEmitter.WriteMembers(writer, model);

        string failure = $"throw new {Names.InvalidOperation}()";
        RefEmitter.WriteRun(writer, identity, stub.CanNameActor ? identity.Actor : "dynamic", failure);
        writer.Blank();
        writer.Write($"{RefEmitter.FactoryMethod(identity)} => {failure};");
        writer.Close();
    }

    private static void WritePart(CodeWriter writer, ActorModel model, StubModel stub)
    {
        ActorIdentity identity = model.Identity;
        if (stub.HasRef) writer.Blank();
        writer.Open($"partial {identity.Keyword} {identity.Name}{identity.TypeParameters}");
        if (stub.HasProps) PermissiveEmitter.WriteProps(writer, model, PropsType(identity, stub), [.. stub.Recipes]);
        if (stub.HasBecome)
        {
            if (stub.HasProps) writer.Blank();
            BehaviorsEmitter.WriteAnyBecome(writer);
        }
        else if (stub.HasProps && stub.HasMessages)
        {
            writer.Blank();
        }

        if (stub.HasMessages) MessagesEmitter.Write(writer, model);
        writer.Close();
    }

    // In the global namespace, where code of every namespace finds it.
    private static void WriteExtension(CodeWriter writer, ActorModel model, StubModel stub)
    {
        ActorIdentity identity = model.Identity;
        if (stub.HasRef) writer.Blank();
        string name = string.Concat(identity.HintName.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        writer.Open($"internal static class CoerceStub_{name}");
        string receiver = $"extension{stub.ExtensionParameters}({identity.FullName} actor)";
        if (stub.HasPropsExtension)
        {
            writer.Open(string.Join("\n    ", [receiver.Replace(" actor)", ")"), .. stub.ExtensionConstraints]));
            PermissiveEmitter.WriteProps(writer, model, PropsType(identity, stub), [.. stub.Recipes]);
            writer.Close();
        }

        if (stub.HasBecomeExtension)
        {
            writer.Open(string.Join("\n    ", [receiver, .. stub.ExtensionConstraints]));
            writer.Write($"internal void {WellKnownNames.Become}(object next) => throw new {Names.InvalidOperation}();");
            writer.Close();
        }

        writer.Close();
    }

    // A type of the user in the place of the ref is no ref, so that no Props of it can be named.
    private static string PropsType(ActorIdentity identity, StubModel stub)
        => stub.HasRef ? $"{Names.Props}<{identity.FullRefName}>" : "dynamic";
}
