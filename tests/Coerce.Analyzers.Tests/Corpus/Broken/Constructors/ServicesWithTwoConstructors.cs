// [FromServices] chooses no constructor.
namespace Depots;

public interface IClock
{
    DateTimeOffset Now { get; }
}

[Actor]
public sealed partial class {|COERCE0007:Shift|}
{
    private readonly IClock _clock;

    public Shift([FromServices] IClock clock) => _clock = clock;

    internal Shift([FromServices] IClock clock, string name)
        : this(clock) => Console.WriteLine(name);

    [Handles] DateTimeOffset Begin() => _clock.Now;
}

public static class Use
{
    public static async Task<DateTimeOffset> RunAsync(ActorSystem system)
    {
        ShiftRef shift = system.Spawn(Shift.Props("day"), "day");
        return await shift.BeginAsync();
    }
}
