using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>What an entity has beside an actor: how it is found by its key, and how it is made from it.</summary>
internal static class EntityEmitter
{
    private static readonly string[] Simple = ["string", "global::System.Guid", "long"];

    /// <summary>The interfaces of the ref. Where the build reports the entity, all that a lookup could ask for.</summary>
    internal static IEnumerable<string> Interfaces(ActorModel model) => Keys(model).Select(key => $"{Names.IEntity}<{key}>");

    /// <summary>The members of the ref that implement them.</summary>
    internal static void WriteMembers(CodeWriter writer, ActorModel model)
    {
        if (model.Entity is not { } entity) return;

        bool isSound = model.Stub is null;
        string failure = $"throw new {Names.InvalidOperation}()";
        writer.Blank();
        writer.Write(
            $"static {Names.EntityKind} {Names.IEntity}.Kind => {(isSound ? $"{RefEmitter.Dispatcher(model.Identity)}.Entities" : failure)};");
        foreach (string key in Keys(model))
        {
            string value = entity.Property is { } property ? $"key.{property}" : "key";
            writer.Write(
                $"static {Names.EntityKey} {Names.IEntity}<{key}>.KeyOf({key} key) => {(isSound ? $"{Names.EntityKey}.Of({value})" : failure)};");
        }
    }

    /// <summary>The kind, in the dispatcher.</summary>
    internal static void WriteKind(CodeWriter writer, ActorModel model)
    {
        if (model.Entity is not { } entity) return;

        string value = $"key.{entity.KeyType}";
        string key = entity.Property is null ? value : $"new {entity.Key!.Unannotated}({value})";
        string recipe = model.IsConstructorSound ? $"new Recipe({key})" : $"throw new {Names.InvalidOperation}()";
        writer.Blank();
        writer.Write($"internal static readonly {Names.EntityKind} Entities = new {Names.EntityKind}(");
        writer.Indent();
        writer.Write($"Instance.Descriptor, {Names.EntityKeyType}.{entity.KeyType}, static key => {recipe}){(HasSettings(entity) ? "" : ";")}");
        writer.Outdent();
        if (!HasSettings(entity)) return;

        writer.Write("{");
        writer.Indent();
        if (entity.IdleSeconds is { } idle) writer.Write($"IdleTime = {Names.TimeSpan}.FromSeconds({idle}d),");
        if (entity.MaxLive is { } most) writer.Write($"MaxLive = {most},");
        writer.Outdent();
        writer.Write("};");
    }

    /// <summary>The lookup by a key of the user's own type, where all code finds it that knows the system.</summary>
    internal static void WriteExtension(CodeWriter writer, ActorModel model)
    {
        if (model.Entity is not { ExtensionReach: { } reach, Key: { IsResolved: true } key } || model.Stub is { HasRef: false }) return;

        ActorIdentity identity = model.Identity;
        string modifier = reach == Reach.AsRef ? "public" : "internal";
        string name = string.Concat(identity.HintName.Select(letter => letter == '_' ? "__" : char.IsLetterOrDigit(letter) ? letter.ToString() : "_"));
        writer.Blank();
        writer.Open("namespace Coerce");
        writer.Write($"""
            /// <summary>Finds the entities <c>{identity.DisplayName}</c> by their key.</summary>
            {Names.GeneratedCode}
            {Names.HideFromEditor}
            """);
        writer.Open($"{modifier} static class {name}_Entities");
        writer.Write("/// <summary>The entity with a key. Whether it is in memory or not makes no difference: its first message activates it.</summary>");
        writer.Write($"public static TRef Entity<TRef>(this {Names.ActorSystem} system, {key.Unannotated} key)");
        writer.Indent();
        writer.Write($"""
            where TRef : {Names.ActorRef}, {Names.IEntity}<{key.Unannotated}>, {Names.IRefFactory}<{identity.FullRefName}>
            => system.Entity<TRef, {key.Unannotated}>(key);
            """);
        writer.Outdent();
        writer.Close();
        writer.Close();
    }

    private static IEnumerable<string> Keys(ActorModel model)
    {
        if (model.Entity is not { } entity) return [];
        if (model.Stub is null) return [entity.Key!.Unannotated];

        bool hasOwn = entity is { ExtensionReach: not null, Key.IsResolved: true };
        return hasOwn ? Simple.Append(entity.Key!.Unannotated).Distinct(StringComparer.Ordinal) : Simple;
    }

    private static bool HasSettings(EntityModel entity) => entity.IdleSeconds is not null || entity.MaxLive is not null;
}
