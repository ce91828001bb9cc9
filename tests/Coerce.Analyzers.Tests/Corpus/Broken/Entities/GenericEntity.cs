namespace Shop;

[Actor]
public sealed partial class {|COERCE0020:Repository|}<T>([EntityKey] string id)
{
    private T? _value;

    [Handles] void Put(T value) => _value = value;

    [Handles] string Describe() => $"{id}: {_value}";
}

public partial class Tenant<T>
{
    [Actor]
    public sealed partial class {|COERCE0020:User|}([EntityKey] string id)
    {
        [Handles] string GetId() => id;
    }
}
