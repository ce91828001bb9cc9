namespace Orders;

public class Customer
{
    public string Name { get; set; } = "";
}

public sealed record Filter(Func<string, bool> Accepts);

public sealed record Anything(object Value);

[Actor]
public sealed partial class Directory
{
    private readonly List<string> _names = [];

    [Handles] void On({|COERCE0201:Customer|} message) => _names.Add(message.Name);

    [Handles] int On({|COERCE0201:Filter|} message) => _names.Count(message.Accepts);

    [Handles] void On({|COERCE0201:Anything|} message) => _names.Add($"{message.Value}");

    [Handles] int Count() => _names.Count;
}
