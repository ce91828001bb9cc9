// ---- program Station ----
namespace Station;

public abstract record TrainCommand
{
    private TrainCommand()
    {
    }

    public sealed record Depart(TimeOnly At) : TrainCommand, IRequest<TrainCommand, bool>;

    public sealed record {|COERCE0105:Repair|}(string What) : TrainCommand;
}

public abstract record Ask
{
    private Ask()
    {
    }

    public sealed record {|COERCE0105:Delay|}(int Train) : Ask, IRequest<Ask, TimeSpan>;
}

[Actor]
public sealed partial class Train
{
    private TimeOnly _departed;

    [Handles] bool On(TrainCommand.Depart message) => (_departed = message.At) > TimeOnly.MinValue;
}

public static class Program
{
    private static async Task Main()
    {
        await using var system = new ActorSystem("station");
        bool departed = await system.Spawn(Train.Props()).AskAsync(new TrainCommand.Depart(new TimeOnly(8, 0)));
        Console.WriteLine(departed);
    }
}
