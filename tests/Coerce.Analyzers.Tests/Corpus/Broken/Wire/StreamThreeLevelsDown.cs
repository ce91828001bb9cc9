using System.Collections.Immutable;

namespace Press;

public sealed record Picture(string Title, Stream Pixels);

public sealed record Page(int Number, ImmutableArray<Picture> Pictures);

public sealed record Print(ImmutableDictionary<string, Page> Pages);

[Actor("press.printer")]
public sealed partial class Printer
{
    private int _printed;

    [Handles] int On({|COERCE0401:Print|} print) => _printed += print.Pages.Count;
}
