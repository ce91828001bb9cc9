namespace Shop;

public sealed record CustomerId(Guid Value);

public record struct ArticleId(string Value);

public readonly record struct SlotId(int Row, int Column);

[Actor]
public sealed partial class Customer([EntityKey] CustomerId {|COERCE0020:id|})
{
    [Handles] Guid GetId() => id.Value;
}

[Actor]
public sealed partial class Article([EntityKey] ArticleId {|COERCE0020:id|})
{
    [Handles] string GetId() => id.Value;
}

[Actor]
public sealed partial class Slot([EntityKey] SlotId {|COERCE0020:id|})
{
    [Handles] int GetRow() => id.Row;
}

[Actor]
public sealed partial class Day([EntityKey] DateOnly {|COERCE0020:day|})
{
    [Handles] int GetYear() => day.Year;
}
