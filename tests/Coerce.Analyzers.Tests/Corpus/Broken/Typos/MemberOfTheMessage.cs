namespace Bank;

public sealed record Pay(decimal Amount, string Currency);

[Actor]
public sealed partial class Cashier
{
    private decimal _sum;

    [Handles]
    decimal On(Pay message)
    {
        if (message.{|CS1061:Curency|} == "EUR") _sum += message.Amount;
        return {|CS0103:_sums|};
    }

    [Handles] void Reset() => _sum = {|CS0029:"0"|};
}

public static class Use
{
    public static async Task<decimal> RunAsync(CashierRef cashier)
    {
        string sum = {|CS0029:await cashier.AskAsync(new Pay(1, "EUR"))|};
        await cashier.{|CS1061:ReestAsync|}();
        return sum.Length;
    }
}
