namespace Bank;

public abstract record RateCommand
{
    private RateCommand()
    {
    }

    public sealed record Get(string Currency) : RateCommand, IRequest<RateCommand, decimal>;

    public sealed record Set(string Currency, decimal Rate) : RateCommand;

    public sealed record Names : RateCommand, IRequest<RateCommand, IReadOnlyList<string>>;
}

[Actor(Protocol = typeof(RateCommand))]
public sealed partial class Rates
{
    private readonly Dictionary<string, decimal> _rates = [];

    [Handles] double {|COERCE0103:On|}(RateCommand.Get message) => (double)_rates[message.Currency];

    [Handles] bool {|COERCE0103:On|}(RateCommand.Set message) => _rates.TryAdd(message.Currency, message.Rate);

    [Handles]
    async IAsyncEnumerable<string> {|COERCE0103:On|}(RateCommand.Names message)
    {
        await Task.Yield();
        foreach (string name in _rates.Keys.ToArray()) yield return name;
    }
}

public static class Use
{
    public static async Task<decimal> RunAsync(IActorRef<RateCommand> rates) => await rates.AskAsync(new RateCommand.Get("EUR"));

    public static IActorRef<RateCommand> Start(ActorSystem system) => system.Spawn(Rates.Props());
}
