namespace Contracts;

public sealed record Quote(string Symbol);

[{|CS0592:Actor|}]
public partial interface IExchange
{
    [Handles] decimal On(Quote message);

    [Handles] void Close();
}

[Actor]
public sealed partial class Exchange : IExchange
{
    private bool _closed;

    [Handles] public decimal On(Quote message) => _closed ? 0 : message.Symbol.Length;

    [Handles] public void Close() => _closed = true;
}
