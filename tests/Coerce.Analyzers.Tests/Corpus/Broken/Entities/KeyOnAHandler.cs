namespace Shop;

public sealed record Rename(string Name);

[Actor]
public sealed partial class Product([EntityKey] string article)
{
    private string _name = article;

    [Handles] void Rebrand([EntityKey] string {|COERCE0020:name|}) => _name = name;

    [Handles] string GetName() => _name;
}

public sealed class Catalog([EntityKey] string {|COERCE0020:name|})
{
    public string Name => name;
}
