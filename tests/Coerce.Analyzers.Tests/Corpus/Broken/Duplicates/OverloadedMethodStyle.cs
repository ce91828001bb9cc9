namespace Ledgers;

[Actor]
public sealed partial class Account
{
    private decimal _balance;

    [Handles] decimal GetBalance() => _balance;

    [Handles] decimal {|COERCE0004:GetBalance|}(DateOnly day) => day.Year > 2000 ? _balance : _balance = 0;

    [Handles] Task<decimal> {|COERCE0004:GetBalanceAsync|}(int days) => Task.FromResult(_balance / days);
}

public static class Use
{
    public static async Task<decimal> RunAsync(AccountRef account)
    {
        decimal now = await account.GetBalanceAsync();
        return now;
    }
}
