namespace Calls;

[Flags]
public enum Mode
{
    None = 0,
    Fast = 1,
    Safe = 2,
    Both = Fast | Safe,
}

[Actor]
public sealed partial class Service
{
    private int _calls;

    [Handles]
    int Everything(
        int number = 5,
        string text = "a \"quoted\" text\n",
        string? none = null,
        Mode mode = Mode.Both,
        double ratio = 0.5,
        float single = float.NaN,
        decimal price = 9.99m,
        char letter = '\'',
        DateTime when = default,
        CancellationToken cancellationToken = default)
        => _calls += number + text.Length + (none?.Length ?? 0) + (int)mode + (int)ratio + (int)price + letter + when.Year + (float.IsNaN(single) ? 1 : 0);

    [Handles] int Many(string first, params IReadOnlyList<int> others) => _calls += first.Length + others.Count;

    [Handles] void In(in Guid id, in DateTimeOffset at) => _calls += id.GetHashCode() + at.Year;

    [Handles] int @class(int @int, string @string) => @int + @string.Length + _calls;
}

public static class Use
{
    public static async Task<int> RunAsync(ServiceRef service)
    {
        int sum = await service.EverythingAsync();
        sum += await service.EverythingAsync(1, mode: Mode.Fast, text: "x");
        sum += await service.ManyAsync("a", [1, 2, 3]);
        await service.InAsync(Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        service.Tell(new Service.Messages.Many("b", [4]));
        return sum + await service.classAsync(@int: 1, @string: "two");
    }
}
