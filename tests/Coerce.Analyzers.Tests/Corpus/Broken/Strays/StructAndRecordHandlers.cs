namespace Chat;

public readonly record struct Tick(int Number);

public record struct Counter(int Count)
{
    [Handles] int {|COERCE0005:On|}(Tick message) => Count += message.Number;
}

public sealed record Summer
{
    [OnStop] void {|COERCE0005:Stopped|}() => Console.WriteLine("stopped");
}

[Actor]
public sealed partial class Clock
{
    private Counter _counter;

    [Handles] int On(Tick message) => _counter.Count += message.Number;
}
