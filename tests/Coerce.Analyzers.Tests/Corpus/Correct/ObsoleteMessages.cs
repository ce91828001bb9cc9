namespace Ageing;

[Obsolete("Send Pay2.")]
public sealed record Pay(int Cents);

public sealed record Pay2(decimal Amount);

[Actor]
public sealed partial class Till
{
    private decimal _sum;

    [Handles] decimal On(Pay2 message) => _sum += message.Amount;

#pragma warning disable CS0618 // old nodes still send it
    [Handles] decimal On(Pay message) => _sum += message.Cents / 100m;
#pragma warning restore CS0618

    [Handles]
    [Obsolete("Ask with Pay2.")]
    decimal Take(decimal amount) => _sum -= amount;
}

public static class Use
{
    public static async Task<decimal> RunAsync(TillRef till) => await till.AskAsync(new Pay2(1));
}
