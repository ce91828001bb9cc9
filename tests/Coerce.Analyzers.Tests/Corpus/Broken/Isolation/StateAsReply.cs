namespace Replies;

public sealed record Add(string Tag);

[Actor]
public sealed partial class Tags
{
    private readonly List<string> _tags = [];
    private Dictionary<string, int>? _counts;
    private string[] _last = [];

    [Handles] void On(Add message) => _tags.Add(message.Tag);

    [Handles] IReadOnlyList<string> All() => {|COERCE0203:_tags|};

    [Handles] Task<IReadOnlyDictionary<string, int>?> Counts() => Task.FromResult<IReadOnlyDictionary<string, int>?>({|COERCE0203:_counts|});

    [Handles]
    IEnumerable<string> Latest(bool any)
    {
        if (any) return [.. _tags];
        _counts = new Dictionary<string, int>();
        _last = [.. _tags.TakeLast(3)];
        return {|COERCE0203:_last|};
    }
}
