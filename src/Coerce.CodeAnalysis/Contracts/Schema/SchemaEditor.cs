namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Edits the text of a file until it declares what is wanted.</summary>
internal sealed partial class SchemaEditor
{
    private readonly ProtoFile _file;
    private readonly SchemaPairs _pairs;
    private readonly ProtoLayout _layout;
    private readonly TypeNames _names;
    private readonly ProtoWriter _writer;

    public SchemaEditor(ProtoFile file, Schema wanted, SchemaComments comments)
    {
        _file = file;
        _pairs = new SchemaPairs(file.Schema, WantedSchema.Complete(wanted));
        _layout = new ProtoLayout(file);
        var types = _pairs.Wanted.Names.Concat(_pairs.Locked.Names.Where(name => !_pairs.Removed.Contains(name)).Select(_pairs.NewName));
        _names = TypeNames.Of(Wanted, types);
        _writer = new ProtoWriter(new SchemaIndex(Numbered()), _names, comments);
    }

    private Schema Wanted => _pairs.Wanted.Schema;

    public string Apply()
    {
        EditHead();
        foreach (var node in _file.Root.Members.Where(static member => member.IsType))
        {
            EditType(node);
        }

        EditServices();
        _layout.AppendToFile(AddedTypes("").Select(_writer.Type));
        return _layout.Apply();
    }

    // A field that changed so that an old peer would misread it is a new field: it gets a new number, and the old one is reserved.
    private Schema Numbered() => Wanted with
    {
        Messages = Wanted.Messages.Select(message =>
        {
            var before = _pairs.LockedOf(message.Name) is { } name ? _pairs.Locked.Message(name) : null;
            var fields = new FieldPairs(_pairs, before, message);
            return Numbering.Number(before, message, fields, pair => !IsBroken(fields, pair));
        }).ToEquatableArray(),
    };

    private bool IsBroken(FieldPairs fields, FieldPair pair)
        => FieldDifference.Of(_pairs, fields, pair.Locked!, pair.Wanted!) is { IsBreaking: true };

    private IEnumerable<string> AddedTypes(string scope) => _pairs.Wanted.NestedIn(scope)
        .Where(name => _pairs.LockedOf(name) is null).OrderBy(static name => name, StringComparer.Ordinal);

    private void EditHead()
    {
        var last = _file.Root.Of(ProtoNodeKind.Syntax).First();
        var package = _file.Root.Of(ProtoNodeKind.Package).FirstOrDefault();
        var added = new List<string>();
        if (package is null && Wanted.Package.Length > 0)
        {
            added.AddRange(["", $"package {Wanted.Package};"]);
        }
        else if (package is not null && Wanted.Package.Length == 0)
        {
            _layout.Delete(package);
        }
        else if (package is not null)
        {
            _layout.Replace(package.NameRange, Wanted.Package);
            last = package;
        }

        var imports = Wanted.Imports.Except(_file.Schema.Imports).Select(ProtoWriter.Import).ToList();
        if (_file.Root.Of(ProtoNodeKind.Import).LastOrDefault() is { } import)
        {
            Insert(import, imports);
        }
        else if (imports.Count > 0)
        {
            added.AddRange(imports.Prepend(""));
        }

        Insert(last, added);

        void Insert(ProtoNode node, List<string> lines)
        {
            if (lines.Count > 0)
            {
                _layout.InsertAfter(node, lines);
            }
        }
    }

    private void EditType(ProtoNode node)
    {
        string path = node.Path;
        if (_pairs.Removed.Contains(path))
        {
            _layout.Delete(node);
            return;
        }

        string? wanted = _pairs.WantedOf(path);
        if (wanted is not null)
        {
            _layout.Replace(node.NameRange, SchemaPairs.Simple(wanted));
        }

        if (node.Kind == ProtoNodeKind.Enum)
        {
            if (wanted is not null)
            {
                EditEnum(node, _pairs.Locked.Enum(path)!, _pairs.Wanted.Enum(wanted)!);
            }

            return;
        }

        foreach (var nested in node.Members.Where(static member => member.IsType))
        {
            EditType(nested);
        }

        if (wanted is not null)
        {
            new MessageEditor(this, node, _pairs.Locked.Message(path)!, _pairs.Wanted.Message(wanted)!).Edit();
            return;
        }

        // Somebody's own message: only what it refers to may be called otherwise.
        foreach (var (field, declared) in node.Fields.Zip(_pairs.Locked.Message(path)!.Fields, static (field, declared) => (field, declared)))
        {
            Refer(field.TypeRange, field.Type, _pairs.NewType(declared.Type), _pairs.NewName(path));
        }
    }

    /// <summary>Changes the name of a type where it would mean another one.</summary>
    private void Refer(TextRange range, string written, string type, string scope)
    {
        if (!ProtoLimits.IsScalar(type) && _names.Resolve(written, Wanted.Full(scope)) != type)
        {
            _layout.Replace(range, _names.Write(type, Wanted.Full(scope)));
        }
    }

    private void EditServices()
    {
        var nodes = _file.Root.Of(ProtoNodeKind.Service).ToDictionary(static node => node.Name, StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var service in Wanted.Services)
        {
            if (nodes.TryGetValue(service.Name, out var node))
            {
                EditService(node, _file.Schema.Services.First(locked => locked.Name == service.Name), service);
                nodes.Remove(service.Name);
            }
            else
            {
                added.AddRange(_writer.Service(service).Prepend(""));
            }
        }

        foreach (var gone in nodes.Values)
        {
            _layout.Delete(gone);
        }

        if (added.Count > 0 && _file.Root.Of(ProtoNodeKind.Service).LastOrDefault(node => !nodes.ContainsKey(node.Name)) is { } last)
        {
            _layout.InsertAfter(last, added);
        }
        else if (added.Count > 0)
        {
            _layout.AppendToFile([added.Skip(1)]);
        }
    }

    private void EditService(ProtoNode node, SchemaService locked, SchemaService wanted)
    {
        var nodes = node.Of(ProtoNodeKind.Method).ToDictionary(static method => method.Name, StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var (before, now) in new MethodPairs(_pairs, locked, wanted).All)
        {
            if (now is null)
            {
                _layout.Delete(nodes[before!.Name]);
            }
            else if (before is null)
            {
                added.AddRange(_writer.Method(wanted.Name, now));
            }
            else
            {
                EditMethod(nodes[before.Name], wanted.Name, now);
            }
        }

        _layout.Append(node, added);
    }

    private void EditMethod(ProtoNode node, string service, SchemaMethod wanted)
    {
        string scope = Wanted.Full(service);
        _layout.Replace(node.NameRange, wanted.Name);
        if (node.InputIsStream || _names.Resolve(node.Type, scope) != wanted.Input)
        {
            _layout.Replace(node.TypeRange, _names.Write(wanted.Input, scope));
        }

        if (node.OutputIsStream != wanted.IsStream || _names.Resolve(node.Output, scope) != wanted.Output)
        {
            _layout.Replace(node.OutputRange, _writer.Output(service, wanted));
        }
    }
}
