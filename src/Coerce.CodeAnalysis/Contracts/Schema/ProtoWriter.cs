using System.Globalization;

namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Declarations as lines of a proto file, indented from their own first line.</summary>
internal sealed class ProtoWriter(SchemaIndex schema, TypeNames names, SchemaComments comments)
{
    /// <summary>A new file. Services come first, as they say what the program is for; then the types, by name.</summary>
    /// <param name="schema">Complete, and with numbers.</param>
    /// <param name="comments">Doc comments.</param>
    /// <param name="header">What the file is.</param>
    public static string Write(Schema schema, SchemaComments comments, string header)
    {
        var index = new SchemaIndex(schema);
        var writer = new ProtoWriter(index, TypeNames.Of(schema, index.Names), comments);
        var blocks = new List<IEnumerable<string>>
        {
            SchemaComments.Lines(header, "//"),
            new[] { "syntax = \"proto3\";" },
            schema.Package.Length == 0 ? [] : new[] { $"package {schema.Package};" },
            schema.Imports.Select(Import),
        };
        blocks.AddRange(schema.Services.Select(writer.Service));
        blocks.AddRange(writer.TypesIn("").Select(writer.Type));
        return string.Join("\n", blocks.Select(static block => string.Concat(block.Select(static line => line + "\n"))).Where(static block => block.Length > 0));
    }

    public static string Import(string file) => $"import \"{file}\";";

    public static string ReservedNumbers(IEnumerable<NumberRange> ranges) => $"reserved {string.Join(", ", ranges.Select(Range))};";

    public static string ReservedNames(IEnumerable<string> reserved) => $"reserved {string.Join(", ", reserved.Select(static name => $"\"{name}\""))};";

    public static string Range(NumberRange range) => range.Start == range.End ? Number(range.Start)
        : range.End is ProtoLimits.MaxField or int.MaxValue ? $"{Number(range.Start)} to max"
        : $"{Number(range.Start)} to {Number(range.End)}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public IEnumerable<string> Service(SchemaService service)
        => Block(service.Name, $"service {service.Name}", service.Methods.SelectMany(method => Method(service.Name, method)));

    public IEnumerable<string> Method(string service, SchemaMethod method) => comments.Lines(service + "." + method.Name).Append(
        $"rpc {method.Name} ({TypeName(method.Input, service)}) returns ({Output(service, method)});");

    public string Output(string service, SchemaMethod method) => (method.IsStream ? "stream " : "") + TypeName(method.Output, service);

    /// <summary>A message with the numbers of its fields.</summary>
    public SchemaMessage Numbered(string message) => schema.Message(message)!;

    /// <summary>A message or an enum, with what is nested in it.</summary>
    public IEnumerable<string> Type(string name) => schema.Message(name) is { } message ? Message(message) : Enum(schema.Enum(name)!);

    /// <summary>A field, without what stands behind its number.</summary>
    public string Field(string message, SchemaField field) => $"{FieldType(message, field)} {field.Name} = {Number(field.Number)}";

    public string FieldType(string message, SchemaField field) => field.Label switch
    {
        SchemaLabel.Map => $"map<{field.KeyType}, {TypeName(field.Type, message)}>",
        SchemaLabel.Repeated => "repeated " + TypeName(field.Type, message),
        SchemaLabel.Optional => "optional " + TypeName(field.Type, message),
        _ => TypeName(field.Type, message),
    };

    public IEnumerable<string> FieldLines(string message, SchemaField field)
        => comments.Lines(message + "." + field.Name).Append(Field(message, field) + ";");

    public IEnumerable<string> OneOf(string message, string name, IEnumerable<string> cases) => Block(message + "." + name, "oneof " + name, cases);

    public IEnumerable<string> Value(string declared, SchemaEnumValue value)
        => comments.Lines(declared + "." + value.Name).Append($"{value.Name} = {Number(value.Number)};");

    private string TypeName(string type, string scope) => names.Write(type, schema.Schema.Full(scope));

    private IEnumerable<string> TypesIn(string scope) => schema.NestedIn(scope).OrderBy(static name => name, StringComparer.Ordinal);

    private IEnumerable<string> Message(SchemaMessage message)
    {
        var body = new List<string>(Reserved(message.ReservedNumbers, message.ReservedNames));
        foreach (string nested in TypesIn(message.Name))
        {
            Part(body);
            body.AddRange(Type(nested));
        }

        if (message.Fields.Count > 0)
        {
            Part(body);
        }

        var oneOfs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in message.Fields)
        {
            if (field.OneOf is not { } oneOf)
            {
                body.AddRange(FieldLines(message.Name, field));
            }
            else if (oneOfs.Add(oneOf))
            {
                body.AddRange(OneOf(message.Name, oneOf, message.Fields.Where(other => other.OneOf == oneOf).SelectMany(other => FieldLines(message.Name, other))));
            }
        }

        return Block(message.Name, "message " + SchemaPairs.Simple(message.Name), body);
    }

    private IEnumerable<string> Enum(SchemaEnum declared) => Block(
        declared.Name, "enum " + SchemaPairs.Simple(declared.Name),
        Reserved(declared.ReservedNumbers, declared.ReservedNames)
            .Concat(HasAliases(declared) ? ["option allow_alias = true;"] : [])
            .Concat(declared.Values.SelectMany(value => Value(declared.Name, value))));

    public static bool HasAliases(SchemaEnum declared) => declared.Values.GroupBy(static value => value.Number).Any(static group => group.Count() > 1);

    private static IEnumerable<string> Reserved(EquatableArray<NumberRange> numbers, EquatableArray<string> reserved)
        => (numbers.Count > 0 ? new[] { ReservedNumbers(numbers) } : []).Concat(reserved.Count > 0 ? [ReservedNames(reserved)] : []);

    private static void Part(List<string> body)
    {
        if (body.Count > 0)
        {
            body.Add("");
        }
    }

    private IEnumerable<string> Block(string path, string head, IEnumerable<string> body)
    {
        var lines = body.ToList();
        return comments.Lines(path).Concat(lines.Count == 0
            ? [head + " {}"]
            : new[] { head + " {" }.Concat(lines.Select(static line => line.Length == 0 ? "" : "  " + line)).Append("}"));
    }
}
