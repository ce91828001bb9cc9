namespace Open;

public abstract record ShopCommand
{
    public record Sell(string What) : ShopCommand;

    public sealed record Close : ShopCommand;
}

public interface ICommand
{
    public sealed record Start : ICommand;
}

public sealed record Single(int Value);

public abstract record Nothing
{
    private Nothing()
    {
    }
}

[Actor({|COERCE0106:Protocol = typeof(ShopCommand)|})]
public sealed partial class Shop
{
    private int _sold;

    [Handles] void On(ShopCommand.Sell message) => _sold += message.What.Length;

    [Handles] void On(ShopCommand.Close message) => _sold = 0;
}

[Actor({|COERCE0106:Protocol = typeof(ICommand)|})]
public sealed partial class Starter
{
    private int _started;

    [Handles] void On(ICommand.Start message) => _started++;
}

[Actor({|COERCE0106:Protocol = typeof(Single)|})]
public sealed partial class Lonely
{
    private int _sum;

    [Handles] void On(Single message) => _sum += message.Value;
}

[Actor({|COERCE0106:Protocol = typeof(Nothing)|})]
public sealed partial class Idle
{
    private int _calls;

    [Handles] int Call() => ++_calls;
}
