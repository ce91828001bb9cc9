namespace Bank;

public abstract class Lookup
{
    private Lookup()
    {
    }

    public sealed class ByName(string name) : Lookup, IRequest<Lookup, string>
    {
        public string Name { get; } = name;
    }

    public sealed class Forget : Lookup;
}

[Actor(Protocol = typeof(Lookup))]
public sealed partial class Book
{
    private readonly Dictionary<string, string> _numbers = [];

    [Handles] Task<string?> {|COERCE0103:On|}(Lookup.ByName message) => Task.FromResult(_numbers.GetValueOrDefault(message.Name));

    [Handles] Deferred<int> {|COERCE0103:On|}(Lookup.Forget message) => Deferred.Run(_ => Task.FromResult(message.GetHashCode()));
}
