namespace Pumps;

[Actor]
public sealed partial class Sprinkler
{
    private int _drops;

    [OnStart] void {|COERCE0009:Started|}<T>() where T : new() => _drops = new T().GetHashCode();

    [OnStop]
    async IAsyncEnumerable<int> {|COERCE0009:Stopped|}()
    {
        await Task.Yield();
        yield return _drops;
    }

    [Handles] int Sprinkle(int drops) => _drops += drops;
}
