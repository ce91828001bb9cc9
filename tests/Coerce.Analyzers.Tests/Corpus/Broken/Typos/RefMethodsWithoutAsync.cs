// Methods of a ref end in Async; messages of methods stand in Messages.
namespace Bank;

[Actor]
public sealed partial class Rates
{
    private decimal _rate = 1;

    [Handles] decimal GetRate(string currency) => currency.Length * _rate;

    [Handles] void SetRate(decimal rate) => _rate = rate;
}

public static class Use
{
    public static async Task<decimal> RunAsync(RatesRef rates)
    {
        decimal rate = await rates.{|CS1061:GetRate|}("EUR");
        rates.Tell(new Rates.Messages.{|CS0426:SetRates|}(rate));
        rates.Tell(new {|CS0246:SetRate|}(rate));
        return await rates.GetRateAsync("USD");
    }
}
