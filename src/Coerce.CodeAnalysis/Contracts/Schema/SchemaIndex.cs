namespace Coerce.CodeAnalysis.Contracts;

/// <summary>The declarations of a schema by name, and which refer to which.</summary>
internal sealed class SchemaIndex
{
    private readonly Dictionary<string, SchemaMessage> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaEnum> _enums = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _nested;

    public SchemaIndex(Schema schema)
    {
        Schema = schema;
        foreach (var message in schema.Messages)
        {
            _messages[message.Name] = message;
        }

        foreach (var one in schema.Enums.Where(one => !_messages.ContainsKey(one.Name)))
        {
            _enums[one.Name] = one;
        }

        _nested = Names.ToLookup(TypeNames.Outer, StringComparer.Ordinal);
    }

    public Schema Schema { get; }

    /// <summary>The types, messages before enums.</summary>
    public IEnumerable<string> Names => _messages.Keys.Concat(_enums.Keys);

    public SchemaMessage? Message(string name) => _messages.TryGetValue(name, out var message) ? message : null;

    public SchemaEnum? Enum(string name) => _enums.TryGetValue(name, out var one) ? one : null;

    public bool Declares(string name) => _messages.ContainsKey(name) || _enums.ContainsKey(name);

    /// <summary>The types that are declared directly in a scope.</summary>
    public IEnumerable<string> NestedIn(string scope) => _nested[scope];

    /// <summary>The path within the package of a type that is declared here, or null.</summary>
    public string? Local(string fullName)
    {
        int prefix = Schema.Package.Length == 0 ? 0 : Schema.Package.Length + 1;
        return prefix > 0 && !fullName.StartsWith(Schema.Package + ".", StringComparison.Ordinal) ? null
            : fullName.Substring(prefix) is var name && Declares(name) ? name
            : null;
    }

    public bool IsEnum(string fullName) => Local(fullName) is { } name && _enums.ContainsKey(name);

    /// <summary>The types that the fields of a message have.</summary>
    public IEnumerable<string> ReferencesOf(string name)
        => Message(name) is { } message ? message.Fields.Select(field => Local(field.Type)).OfType<string>() : [];

    /// <summary>The types that services take and return.</summary>
    public IEnumerable<string> ReferencesOfServices() => Schema.Services
        .SelectMany(static service => service.Methods)
        .SelectMany(static method => new[] { WithoutStream(method.Input), method.Output })
        .Select(Local).OfType<string>();

    /// <summary>The input of a method, which may be marked as a stream: Coerce writes none, but a file may have it.</summary>
    public static string WithoutStream(string type) => type.StartsWith("stream ", StringComparison.Ordinal) ? type.Substring(7) : type;
}
