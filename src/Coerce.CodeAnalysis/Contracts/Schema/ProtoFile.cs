namespace Coerce.CodeAnalysis.Contracts;

/// <summary>A proto file as it was read: what it declares, where, and what is wrong with it.</summary>
internal sealed class ProtoFile(string text, Schema schema, ProtoNode root, IReadOnlyList<TextRange> comments, IReadOnlyList<ProtoError> errors)
{
    private readonly Dictionary<string, ProtoNode> _members = Index(root);

    public string Text => text;

    public Schema Schema => schema;

    public ProtoNode Root => root;

    public IReadOnlyList<TextRange> Comments => comments;

    public IReadOnlyList<ProtoError> Errors => errors;

    /// <summary>Where the name of a declaration stands, by its path: <c>Order.Line</c>, <c>Order.quantity</c>, <c>AccountActor.Deposit</c>.</summary>
    public ProtoPosition? Find(string path) => Node(path) is { } node ? At(node.NameRange) : null;

    public ProtoPosition? Find(string declaration, string? member)
        => member is null ? Find(declaration) : Find(declaration + "." + member) ?? Find(declaration);

    public ProtoNode? Node(string path) => _members.TryGetValue(path, out var node) ? node : null;

    /// <summary>Where the package stands.</summary>
    public ProtoPosition? PackagePosition => root.Of(ProtoNodeKind.Package).FirstOrDefault() is { } node ? At(node.NameRange) : null;

    public ProtoPosition At(TextRange range)
    {
        var (line, column) = TextLines.Locate(text, range.Start);
        return new ProtoPosition(line, column, range.Start, range.End - range.Start);
    }

    private static Dictionary<string, ProtoNode> Index(ProtoNode root)
    {
        var index = new Dictionary<string, ProtoNode>(StringComparer.Ordinal);
        Add(root, "");
        return index;

        // As deep as messages are nested, which the parser limits.
        void Add(ProtoNode node, string scope)
        {
            foreach (var member in node.Members.Where(static member => member.NameRange.End > 0))
            {
                string path = scope + member.Name;
                if (!index.ContainsKey(path))
                {
                    index.Add(path, member);
                }

                Add(member, member.Kind == ProtoNodeKind.OneOf ? scope : path + ".");
            }
        }
    }
}
