using static Calculations.Sums;

await using ActorSystem system = new("sums");
AdderRef adder = system.Spawn(Adder.Props());
int total = 0;
foreach (string argument in args) total += await AddAsync(argument);
return total == Expected(args) ? 0 : 1;

async Task<int> AddAsync(string text) => await adder.AskAsync(new Add(int.Parse(text)));

public readonly record struct Add(int Value);

[Actor]
public sealed partial class Adder
{
    private int _sum;

    [Handles] int On(Add message) => _sum += message.Value;
}

namespace Calculations
{
    public static class Sums
    {
        public static int Expected(IEnumerable<string> arguments) => arguments.Sum(int.Parse);
    }
}
