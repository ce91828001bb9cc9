namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What a statement of a proto file declares.</summary>
internal enum ProtoNodeKind
{
    File,
    Syntax,
    Package,
    Import,
    Option,
    Message,
    Enum,
    Service,
    Field,
    OneOf,
    EnumValue,
    Method,
    ReservedNumbers,
    ReservedNames,
}

/// <summary>A statement of a proto file and where its parts stand.</summary>
internal sealed class ProtoNode(ProtoNodeKind kind, int start, ProtoNode? parent)
{
    public ProtoNodeKind Kind => kind;

    public ProtoNode? Parent => parent;

    /// <summary>The first character.</summary>
    public int Start => start;

    /// <summary>Behind the last character.</summary>
    public int End { get; set; }

    /// <summary>The name as it is written; of an import the file, of an option its name.</summary>
    public string Name { get; set; } = "";

    public TextRange NameRange { get; set; }

    public SchemaLabel Label { get; set; }

    /// <summary>The type of a field, or the input of a method, as it is written.</summary>
    public string Type { get; set; } = "";

    public TextRange TypeRange { get; set; }

    public string? KeyType { get; set; }

    /// <summary>What a method returns, as it is written.</summary>
    public string Output { get; set; } = "";

    public TextRange OutputRange { get; set; }

    public bool InputIsStream { get; set; }

    public bool OutputIsStream { get; set; }

    public int Number { get; set; }

    public TextRange NumberRange { get; set; }

    /// <summary>Behind the brace that opens the body, or zero.</summary>
    public int Open { get; set; }

    /// <summary>The brace that closes the body.</summary>
    public int Close { get; set; }

    public List<ProtoNode> Members { get; } = [];

    public List<ProtoReserved> Reserved { get; } = [];

    /// <summary>The path within the package, of a declaration.</summary>
    public string Path => parent is { Kind: ProtoNodeKind.Message } ? parent.Path + "." + Name : Name;

    public bool IsType => kind is ProtoNodeKind.Message or ProtoNodeKind.Enum;

    /// <summary>The fields, those of oneofs too.</summary>
    public IEnumerable<ProtoNode> Fields => Members.SelectMany(static member => member.Kind switch
    {
        ProtoNodeKind.Field => [member],
        ProtoNodeKind.OneOf => member.Members.Where(static inner => inner.Kind == ProtoNodeKind.Field),
        _ => Enumerable.Empty<ProtoNode>(),
    });

    public IEnumerable<ProtoNode> Of(ProtoNodeKind wanted) => Members.Where(member => member.Kind == wanted);
}

/// <summary>A range of numbers or a name in a <c>reserved</c> statement.</summary>
internal readonly record struct ProtoReserved(TextRange Range, NumberRange Numbers, string? Name);
