// The service was not marked, so that it is part of the recipe, and the caller has to bring it.
namespace Depots;

public interface IPrices
{
    decimal Of(string article);
}

[Actor]
public sealed partial class Till(string name, IPrices prices)
{
    private decimal _sum;

    [Handles] decimal Scan(string article) => _sum += prices.Of(article);

    [Handles] string GetName() => name;
}

public static class Use
{
    public static TillRef Open(ActorSystem system) => system.Spawn(Till.{|CS7036:Props|}("first"), "first");
}
