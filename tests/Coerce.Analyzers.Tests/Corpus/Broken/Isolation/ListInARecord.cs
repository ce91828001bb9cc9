using System.Collections.Immutable;

namespace Orders;

public sealed record Line(string Product, List<string> Tags);

public sealed record Order(Guid Id, IReadOnlyList<Line> Lines, ImmutableArray<byte> Signature);

[Actor]
public sealed partial class Packer
{
    private int _packed;

    [Handles] int On({|COERCE0201:Order|} message) => _packed += message.Lines.Count;

    [Handles] void Mark({|COERCE0201:int[]|} positions) => _packed += positions.Length;

    [Handles] void Note(string text, ImmutableArray<string> tags) => _packed += text.Length + tags.Length;
}

public static class Use
{
    public static async Task<int> RunAsync(PackerRef packer) => await packer.AskAsync(new Order(Guid.Empty, [new Line("pen", ["blue"])], []));
}
