// A default does not help: an entity is made without Props.
namespace Shop;

[Actor("shop.account"), Entity]
public sealed partial class Account([EntityKey] Guid id, int {|COERCE0021:limit|} = 100)
{
    private int _spent;

    [Handles] bool Spend(int amount) => (_spent += amount) <= limit && id != Guid.Empty;
}

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system, Guid id) => await system.Entity<AccountRef>(id).SpendAsync(5);
}
