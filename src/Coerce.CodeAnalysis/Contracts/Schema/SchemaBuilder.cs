namespace Coerce.CodeAnalysis.Contracts;

/// <summary>The schema of a file that was read; reports what each statement alone cannot know.</summary>
internal sealed class SchemaBuilder(ProtoNode root, Func<int, string, bool> report)
{
    private readonly List<SchemaMessage> _messages = [];
    private readonly List<SchemaEnum> _enums = [];
    private readonly string _package = root.Of(ProtoNodeKind.Package).FirstOrDefault()?.Name ?? "";
    private TypeNames _names = new("", [], [], []);
    private bool _hasImports;

    public Schema Build()
    {
        string prefix = _package.Length == 0 ? "" : _package + ".";
        _names = new TypeNames(
            _package, Types(root).Select(type => prefix + type.Path), root.Of(ProtoNodeKind.Service).Select(service => prefix + service.Name),
            root.Of(ProtoNodeKind.Service).SelectMany(service => service.Of(ProtoNodeKind.Method).Select(method => prefix + service.Name + "." + method.Name)));
        _hasImports = root.Of(ProtoNodeKind.Import).Any();
        new SchemaChecks(report).CheckScope(root);
        AddTypes(root);
        var services = root.Of(ProtoNodeKind.Service).Select(Service).ToEquatableArray();
        return new Schema(
            _package, root.Of(ProtoNodeKind.Import).Select(static import => import.Name).ToEquatableArray(),
            _messages.ToEquatableArray(), _enums.ToEquatableArray(), services);
    }

    public static IEnumerable<ProtoNode> Types(ProtoNode node)
        => node.Members.Where(static member => member.IsType).SelectMany(static type => new[] { type }.Concat(Types(type)));

    private void AddTypes(ProtoNode scope)
    {
        foreach (var type in scope.Members.Where(static member => member.IsType))
        {
            var numbers = type.Of(ProtoNodeKind.ReservedNumbers).SelectMany(static node => node.Reserved).Select(static one => one.Numbers).ToEquatableArray();
            var names = type.Of(ProtoNodeKind.ReservedNames).SelectMany(static node => node.Reserved).Select(static one => one.Name!).ToEquatableArray();
            if (type.Kind == ProtoNodeKind.Enum)
            {
                var values = type.Of(ProtoNodeKind.EnumValue).Select(static value => new SchemaEnumValue(value.Name, value.Number));
                _enums.Add(new SchemaEnum(type.Path, values.ToEquatableArray(), numbers, names));
            }
            else
            {
                _messages.Add(new SchemaMessage(type.Path, type.Fields.Select(field => Field(field, type.Path)).ToEquatableArray(), numbers, names));
                AddTypes(type);
            }
        }
    }

    private SchemaField Field(ProtoNode field, string message) => new(
        field.Name, field.Number, field.Label, Resolve(field.Type, message, field.TypeRange.Start), field.KeyType,
        field.Parent is { Kind: ProtoNodeKind.OneOf } oneOf ? oneOf.Name : null);

    private SchemaService Service(ProtoNode service) => new(
        service.Name,
        service.Of(ProtoNodeKind.Method).Select(method => new SchemaMethod(
            method.Name,
            (method.InputIsStream ? "stream " : "") + Resolve(method.Type, service.Name, method.TypeRange.Start, isMethod: true),
            Resolve(method.Output, service.Name, method.OutputRange.Start, isMethod: true),
            method.OutputIsStream)).ToEquatableArray());

    private string Resolve(string written, string scope, int position, bool isMethod = false)
    {
        if (!isMethod && ProtoLimits.IsScalar(written))
        {
            return written;
        }

        string inner = _package.Length == 0 ? scope : _package + "." + scope;
        string? full = _names.Resolve(written, inner);
        if (full is null)
        {
            string first = written.Split('.')[0];
            report(position, first == written
                ? $"{written} means the rpc of that name here: write .{(_package.Length == 0 ? "" : _package + ".")}{written} for the message."
                : $"{written} leads into the {first} of this file, which has no such type: write .{written} for the one outside, or declare it.");
        }
        else if (!_names.Knows(full) && !_hasImports)
        {
            report(position, $"There is no type {written}: declare it, or import the file that does.");
        }

        return full ?? written;
    }
}
