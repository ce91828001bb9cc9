using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>Schemas as C# could declare them, and edits of them.</summary>
internal sealed class RandomSchemas(Random random)
{
    private static readonly string[] Names = ["Account", "Deposit", "Order", "Order2", "Line", "Report", "Price"];
    private static readonly string[] Fields = ["id", "amount", "name", "line_total", "at", "kind_of", "x", "y", "left"];
    private static readonly string[] Members = ["NONE", "OPEN", "CLOSED", "LOST", "NEW"];
    private static readonly string[] Scalars = ["int32", "int64", "uint32", "uint64", "sint32", "fixed64", "bool", "string", "bytes", "double"];

    public Schema Create()
    {
        var schema = new Schema(Pick(["", "bank", "bank.core", "a.b"]), default, default, default, default);
        for (int i = random.Next(12); i >= 0; i--) schema = Edit(schema);
        return Repair(schema);
    }

    public Schema Change(Schema schema)
    {
        for (int i = random.Next(5); i >= 0; i--) schema = Edit(schema);
        return Repair(schema);
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private Schema Edit(Schema schema) => random.Next(12) switch
    {
        0 => schema with { Messages = [.. schema.Messages, Message(Pick(Names))] },
        1 when schema.Messages.Count > 0 => schema with { Messages = [.. schema.Messages, Message(Pick(schema.Messages).Name + "." + Pick(Names))] },
        2 => schema with { Enums = [.. schema.Enums, Enum(Pick(Names) + "Kind")] },
        3 when schema.Messages.Count > 0 => schema with { Enums = [.. schema.Enums, Enum(Pick(schema.Messages).Name + ".Kind")] },
        4 when schema.Messages.Count > 0 => Without(schema, Pick(schema.Messages).Name),
        5 when schema.Messages.Count > 0 => Rename(schema, Pick(schema.Messages).Name, Pick(Names)),
        6 when schema.Enums.Count > 0 => Replace(schema, Pick(schema.Enums)),
        7 when schema.Enums.Count > 0 => schema with { Enums = Less(schema.Enums) },
        8 => schema with { Services = [.. schema.Services.Skip(random.Next(2)), Service(Pick(Names) + "Actor")] },
        9 when random.Next(8) == 0 => Repackage(schema, Pick(["bank", "bank.core", ""])),
        _ when schema.Messages.Count > 0 => Change(schema, Pick(schema.Messages)),
        _ => schema with { Messages = [Message(Pick(Names))] },
    };

    private EquatableArray<T> Less<T>(EquatableArray<T> items)
        where T : IEquatable<T>
    {
        int at = random.Next(items.Count);
        return items.Where((_, i) => i != at).ToEquatableArray();
    }

    private SchemaMessage Message(string name)
    {
        var message = new SchemaMessage(name, default);
        for (int i = random.Next(5); i > 0; i--) message = message with { Fields = [.. message.Fields, Field()] };
        return message;
    }

    private SchemaField Field()
    {
        SchemaLabel label = Pick([SchemaLabel.Singular, SchemaLabel.Singular, SchemaLabel.Optional, SchemaLabel.Repeated, SchemaLabel.Map]);
        return new SchemaField(
            Pick(Fields), 0, label, Type(), label == SchemaLabel.Map ? Pick(["string", "int32", "bool"]) : null,
            label == SchemaLabel.Singular && random.Next(2) == 0 ? Pick(["kind", "other"]) : null);
    }

    // A name that begins with a tilde is one of the schema, and told which when it is complete.
    private string Type() => random.Next(5) switch
    {
        0 => "~" + random.Next(20),
        1 => Pick(["google.protobuf.Timestamp", "coerce.ActorRef"]),
        _ => Pick(Scalars),
    };

    private SchemaEnum Enum(string name) => new(name, [.. Members.Where(_ => random.Next(3) > 0).Select((member, i) =>
        new SchemaEnumValue(ProtoNames.EnumValue(name, member), random.Next(6) == 0 ? random.Next(-3, 8) : i))]);

    private SchemaService Service(string name) => new(
        name, [.. Names.Where(_ => random.Next(3) == 0).Select(method => new SchemaMethod(method, "~" + random.Next(20), "~" + random.Next(20), random.Next(4) == 0))]);

    private Schema Change(Schema schema, SchemaMessage message)
    {
        SchemaField[] fields = [.. message.Fields];
        int at = fields.Length == 0 ? 0 : random.Next(fields.Length);
        SchemaField[] changed = random.Next(6) switch
        {
            0 when fields.Length > 0 => [.. fields.Where((_, i) => i != at)],
            1 when fields.Length > 0 => [.. fields[..at], fields[at] with { Name = Pick(Fields) }, .. fields[(at + 1)..]],
            2 when fields.Length > 0 => [.. fields[..at], Field() with { Name = fields[at].Name }, .. fields[(at + 1)..]],
            3 when fields.Length > 0 => [.. fields[..at], fields[at] with { Type = Type() }, .. fields[(at + 1)..]],
            4 => [.. fields.OrderBy(_ => random.Next())],
            _ => [.. fields, Field()],
        };
        return schema with { Messages = [.. schema.Messages.Select(one => one == message ? one with { Fields = changed.ToEquatableArray() } : one)] };
    }

    private Schema Replace(Schema schema, SchemaEnum old)
    {
        SchemaEnum changed = Enum(old.Name);
        return schema with { Enums = [.. schema.Enums.Select(one => one == old ? changed : one)] };
    }

    private static Schema Without(Schema schema, string name) => schema with
    {
        Messages = [.. schema.Messages.Where(one => !IsIn(one.Name, name))], Enums = [.. schema.Enums.Where(one => !IsIn(one.Name, name))],
    };

    private static Schema Rename(Schema schema, string name, string simple)
    {
        string now = TypeNames.Outer(name) is { Length: > 0 } outer ? outer + "." + simple : simple;
        string Changed(string path) => IsIn(path, name) ? now + path[name.Length..] : path;
        string Type(string type) => type.StartsWith(schema.Full(name)) ? schema.Full(Changed(type[schema.Full("").Length..])) : type;
        return schema with
        {
            Messages = [.. schema.Messages.Select(one => one with { Name = Changed(one.Name), Fields = [.. one.Fields.Select(field => field with { Type = Type(field.Type) })] })],
            Enums = [.. schema.Enums.Select(one => one with { Name = Changed(one.Name) })],
            Services = [.. schema.Services.Select(one => one with { Methods = [.. one.Methods.Select(method => method with { Input = Type(method.Input), Output = Type(method.Output) })] })],
        };
    }

    private static Schema Repackage(Schema schema, string package)
    {
        string Type(string type) => schema.Messages.Any(one => schema.Full(one.Name) == type) || schema.Enums.Any(one => schema.Full(one.Name) == type)
            ? (package.Length == 0 ? "" : package + ".") + type[schema.Full("").Length..] : type;
        return schema with
        {
            Package = package,
            Messages = [.. schema.Messages.Select(one => one with { Fields = [.. one.Fields.Select(field => field with { Type = Type(field.Type) })] })],
            Services = [.. schema.Services.Select(one => one with { Methods = [.. one.Methods.Select(method => method with { Input = Type(method.Input), Output = Type(method.Output) })] })],
        };
    }

    private static bool IsIn(string path, string name) => path == name || path.StartsWith(name + ".");

    // What a compiler would not let pass: names twice, types that are not there, and oneofs in pieces.
    private static Schema Repair(Schema schema)
    {
        SchemaMessage[] messages = [.. schema.Messages.DistinctBy(one => one.Name).Where(one => one.Name.Length < 40)];
        SchemaEnum[] enums = [.. schema.Enums.DistinctBy(one => one.Name).Where(one => one.Name.Length < 40 && messages.All(message => message.Name != one.Name))
            .Select(one => one with { Values = [.. one.Values.DistinctBy(value => value.Name)] })];
        string[] types = [.. messages.Select(one => schema.Full(one.Name)), .. enums.Select(one => schema.Full(one.Name))];
        string Type(string type, int from, string[] among, string other) => ProtoLimits.IsScalar(type) || type.StartsWith("google.") || type.StartsWith("coerce.") ? type
            : among.Contains(type) ? type
            : type.StartsWith('~') && among.Length > 0 ? among[int.Parse(type[1..]) % among.Length]
            : other;
        string[] sent = types[..messages.Length];
        return schema with
        {
            Imports = ["coerce/actor_ref.proto", "google/protobuf/timestamp.proto"],
            Messages = [.. messages.Select(one => one with
            {
                Fields = [.. one.Fields.DistinctBy(field => field.Name).OrderBy(field => field.OneOf, StringComparer.Ordinal)
                    .Select(field => field with { Type = Type(field.Type, 0, types, "int32") })],
            })],
            Enums = [.. enums],
            Services = [.. schema.Services.DistinctBy(one => one.Name).Select(one => one with
            {
                Methods = [.. one.Methods.Select(method => method with { Input = Type(method.Input, 0, sent, "coerce.ActorRef"), Output = Type(method.Output, 0, sent, "coerce.ActorRef") })],
            })],
        };
    }

    /// <summary>The same file as somebody else would have laid it out.</summary>
    public string Relayout(string text) => random.Next(5) switch
    {
        0 => text.ReplaceLineEndings("\r\n"),
        1 => string.Concat(text.Split('\n').Select(line => line.Contains("//") ? line + "\n" : line.Trim() + " ")),
        2 => "\uFEFF" + string.Join('\n', text.TrimStart('\uFEFF').Split('\n').SelectMany(line => random.Next(3) == 0 ? new[] { "  // " + random.Next(), line } : [line])),
        3 => string.Join('\n', text.TrimEnd().Split('\n').Select(line => random.Next(3) == 0 ? line.TrimEnd() + " // " + random.Next() : random.Next(3) == 0 ? line.Replace("  ", "\t") + "\n" : line)),
        _ => text,
    };
}
