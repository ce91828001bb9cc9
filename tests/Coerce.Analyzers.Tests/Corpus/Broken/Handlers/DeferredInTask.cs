namespace Reports;

public sealed record Build(int Year);

[Actor]
public sealed partial class Reporter
{
    private int _built;

    [Handles]
    async Task<Deferred<string>> {|COERCE0003:On|}(Build message)
    {
        await Task.Yield();
        _built++;
        return Deferred.Run(_ => Task.FromResult($"{message.Year}"));
    }

    [Handles] Deferred<IAsyncEnumerable<int>> {|COERCE0003:Pages|}() => new();

    [Handles] Deferred<int> Total() => Deferred.Run(_ => Task.FromResult(1));

    [Handles] int CountBuilt() => _built;
}
