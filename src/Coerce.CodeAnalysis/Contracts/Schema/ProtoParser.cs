namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Reads a proto3 file. What is wrong in it is reported with the file, and never thrown.</summary>
internal sealed partial class ProtoParser
{
    private readonly ProtoCursor _cursor;

    private ProtoParser(string text) => _cursor = new ProtoCursor(text);

    public static ProtoFile Parse(string text)
    {
        var parser = new ProtoParser(text);
        parser._cursor.Read();
        var root = new ProtoNode(ProtoNodeKind.File, 0, null);
        parser.ReadFile(root);
        root.End = text.Length;
        var schema = new SchemaBuilder(root, parser._cursor.Report).Build();
        return new ProtoFile(text, schema, root, parser._cursor.Comments, parser._cursor.Errors);
    }

    private void ReadFile(ProtoNode root)
    {
        if (!_cursor.IsWord("syntax") && !_cursor.IsWord("edition"))
        {
            _cursor.Fail("The file does not say that it is proto3: write syntax = \"proto3\"; as its first statement.");
        }

        while (!_cursor.IsAtEnd)
        {
            if (_cursor.Is("}"))
            {
                _cursor.Fail("This '}' closes nothing: remove it.");
                _cursor.Take();
            }
            else if (!ReadTopLevel(root))
            {
                _cursor.Recover();
            }
        }
    }

    private bool ReadTopLevel(ProtoNode root)
    {
        var first = _cursor.Current;
        return first.Kind != ProtoTokenKind.Identifier
            ? _cursor.Accept(";") || Unknown("a message, enum or service")
            : first.Text switch
            {
                "syntax" => ReadSyntax(root),
                "edition" => _cursor.Fail("Editions are not read: write syntax = \"proto3\";"),
                "package" => ReadPackage(root),
                "import" => ReadImport(root),
                "option" => ReadOption(root),
                "message" => ReadMessage(root, 0),
                "enum" => ReadEnum(root),
                "service" => ReadService(root),
                "extend" => FailExtend(),
                _ => Unknown("a message, enum or service"),
            };
    }

    private bool Unknown(string expected)
        => _cursor.Fail($"{ProtoCursor.Describe(_cursor.Current)} begins no statement that may stand here: write {expected}, or remove it.");

    private bool FailExtend()
        => _cursor.Fail("Extensions are not read here: declare custom options in a file of their own, and import it.");

    private ProtoNode Begin(ProtoNodeKind kind, ProtoNode parent) => new(kind, _cursor.Current.Start, parent);

    private bool End(ProtoNode node)
    {
        node.End = _cursor.LastEnd;
        node.Parent!.Members.Add(node);
        return true;
    }

    private bool ReadSyntax(ProtoNode root)
    {
        var node = Begin(ProtoNodeKind.Syntax, root);
        _cursor.Take();
        if (!_cursor.Expect("=", "behind 'syntax'") || !_cursor.ExpectString("The syntax", out string syntax, out var range))
        {
            return false;
        }

        if (syntax != "proto3")
        {
            _cursor.Report(range.Start, "Only proto3 is read: write syntax = \"proto3\";");
        }
        else if (root.Members.Count > 0)
        {
            _cursor.Report(node.Start, "The syntax must be the first statement, and stand there once: move or remove this one.");
        }

        return _cursor.Expect(";", "behind the syntax") && End(node);
    }

    private bool ReadPackage(ProtoNode root)
    {
        var node = Begin(ProtoNodeKind.Package, root);
        _cursor.Take();
        if (!_cursor.ExpectPath("The name of the package", false, out string name, out var range) || !_cursor.Expect(";", "behind the package"))
        {
            return false;
        }

        if (root.Of(ProtoNodeKind.Package).Any())
        {
            return _cursor.Report(node.Start, "A file has one package: remove this one.");
        }

        node.Name = name;
        node.NameRange = range;
        return End(node);
    }

    private bool ReadImport(ProtoNode root)
    {
        var node = Begin(ProtoNodeKind.Import, root);
        _cursor.Take();
        _ = _cursor.AcceptWord("public") || _cursor.AcceptWord("weak");
        if (!_cursor.ExpectString("The file to import", out string name, out _) || !_cursor.Expect(";", "behind the import"))
        {
            return false;
        }

        node.Name = name;
        return End(node);
    }

    private bool ReadOption(ProtoNode parent)
    {
        var node = Begin(ProtoNodeKind.Option, parent);
        _cursor.Take();
        node.Name = _cursor.Current.Text;
        bool isTrue = _cursor.IsBefore("=");
        if (!_cursor.SkipTo("=", "in the option"))
        {
            return false;
        }

        _cursor.Take();
        node.Number = isTrue && _cursor.IsWord("true") ? 1 : 0;
        return _cursor.SkipTo(";", "behind the option") && _cursor.Accept(";") && End(node);
    }

    /// <summary>The options of a field, a value or a method, if there are any.</summary>
    private bool SkipOptions() => !_cursor.Accept("[") || (_cursor.SkipTo("]", "behind the options") && _cursor.Accept("]"));

    private bool ReadBody(ProtoNode node, string what, Func<ProtoNode, bool> readMember)
    {
        if (!_cursor.Expect("{", $"behind the name of the {what}"))
        {
            return false;
        }

        node.Open = _cursor.LastEnd;
        while (!_cursor.Is("}"))
        {
            if (_cursor.IsAtEnd)
            {
                return _cursor.Report(node.Start, $"This {what} has no end: write }} behind its last member.");
            }

            if (!_cursor.Accept(";") && !readMember(node))
            {
                _cursor.Recover();
            }
        }

        node.Close = _cursor.Take().Start;
        return End(node);
    }

    private bool Named(ProtoNode node, string what)
    {
        if (!_cursor.ExpectName($"The name of the {what}", out var name))
        {
            return false;
        }

        node.Name = name.Text;
        node.NameRange = new TextRange(name.Start, name.End);
        return true;
    }
}
