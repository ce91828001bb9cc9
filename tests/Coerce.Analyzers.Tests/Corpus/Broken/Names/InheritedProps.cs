namespace Trees;

public class Plant
{
    protected internal IReadOnlyDictionary<string, string> {|COERCE0008:Props|} { get; } = new Dictionary<string, string>();
}

[Actor]
public sealed partial class Bush : Plant
{
    [Handles] string? Look(string name) => Props.GetValueOrDefault(name);
}
