global using Money = (decimal Amount, string Currency);
global using Wallets = System.Collections.Generic.IReadOnlyList<Aliases.Wallet>;
// ---- file Wallet.cs ----
using Act = Coerce.ActorAttribute;
using Handle = Coerce.HandlesAttribute;
using Ctx = Coerce.ActorContext<Aliases.PurseRef>;
using P = Aliases;

namespace Aliases;

public sealed record Wallet(Money Content);

[Act("aliases.purse")]
public sealed partial class Purse
{
    private decimal _sum;

    [Handle] decimal On(Wallet message) => _sum += message.Content.Amount;

    [Handle] Money Add(Money more, Ctx context) => (_sum += more.Amount, context.Id);

    [Handle] int Count(Wallets all) => all.Count;
}

public static class Use
{
    public static async Task<decimal> RunAsync(P.PurseRef purse)
    {
        Money money = await purse.AddAsync((1, "EUR"));
        return money.Amount + await purse.CountAsync([new Wallet(money)]) + await purse.AskAsync(new P::Wallet(money));
    }
}
