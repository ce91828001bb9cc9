// ---- assembly Vocabulary ----
namespace Vocabulary;

[Contract]
public readonly struct Amount(decimal value)
{
    public decimal Value { get; } = value;

    public override string ToString() => $"{Value}";
}

[Contract]
public sealed class Order
{
    public required string Id { get; init; }

    public IReadOnlyList<Amount> Lines { get; init; } = [];
}

public interface IHasTotal
{
    Amount Total { get; }
}

public delegate Amount Rounding(Amount amount);

public class Calculation(Rounding rounding)
{
    protected Amount Round(Amount amount) => rounding(amount);
}
// ---- assembly Work ----
using Vocabulary;

namespace Work;

[Actor("work.accounting")]
public sealed partial class Accounting(int digits) : Calculation(amount => new Amount(decimal.Round(amount.Value, digits))), IHasTotal
{
    private decimal _total;

    Amount IHasTotal.Total => Round(new Amount(_total));

    [Handles]
    Amount On(Order message)
    {
        _total += message.Lines.Sum(line => line.Value);
        return ((IHasTotal)this).Total;
    }

    [Handles] Amount? Last(Amount? other = null) => other ?? new Amount(_total);
}
// ---- assembly Usage ----
using Vocabulary;
using Work;

namespace Usage;

public static class Use
{
    public static async Task<Amount> RunAsync(ActorSystem system)
    {
        AccountingRef accounting = system.Spawn(Accounting.Props(digits: 2), "accounting");
        Amount total = await accounting.AskAsync(new Order { Id = "1", Lines = [new Amount(1), new Amount(2)] });
        return await accounting.LastAsync() ?? total;
    }
}
