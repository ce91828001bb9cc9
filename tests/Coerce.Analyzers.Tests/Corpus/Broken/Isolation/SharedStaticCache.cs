namespace Counting;

[Actor]
public sealed partial class Resolver
{
    private static readonly Dictionary<string, string> {|COERCE0202:Known|} = [];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private int _resolved;

    [Handles]
    async Task<string> Resolve(string name)
    {
        if (Known.TryGetValue(name, out string? known)) return known;
        await Task.Delay(Pause);
        return Known[name] = $"{name} {++_resolved}";
    }
}
