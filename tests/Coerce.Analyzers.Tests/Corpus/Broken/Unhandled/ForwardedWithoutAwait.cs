// What is asked is handed on as it is: one error, and none about the types of tasks.
namespace Alarms;

public sealed record Query(string Zone);

[Actor]
public sealed partial class Zones
{
    private int _zones;

    [Handles] int Count() => ++_zones;
}

public sealed class Client(ZonesRef zones)
{
    public ValueTask<bool> IsOpenAsync(string zone) => {|COERCE0101:zones.AskAsync(new Query(zone))|};

    public Task<bool> IsOpenTask(string zone) => {|COERCE0101:zones.AskAsync(new Query(zone))|}.AsTask();

    public async Task<bool> AnyAsync(IEnumerable<string> all)
    {
        List<Task<bool>> pending = [];
        foreach (string zone in all)
        {
            pending.Add({|COERCE0101:zones.AskAsync(new Query(zone))|}.AsTask());
        }

        bool[] open = await Task.WhenAll(pending);
        ValueTask<bool> last = {|COERCE0101:zones.AskAsync(new Query("last"))|};
        return open.Any(one => one) || await last;
    }
}
