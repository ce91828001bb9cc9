namespace Selves;

[Actor]
public sealed partial class Sum(ActorContext<SumRef> context)
{
    private readonly SumRef _self = context.Self;
    private int _total;

    [Handles] int Add(int amount) => _total += amount;

    [Handles]
    async Task AddAll(IReadOnlyList<int> amounts)
    {
        foreach (int amount in amounts) await context.Self.{|COERCE0304:AddAsync|}(amount);
    }

    [Handles] async Task<int> Next() => await _self.{|COERCE0304:AddAsync|}(1);

    [Handles] void Later(int amount) => context.Self.Tell(new Messages.Add(amount));

    [Handles(Reentrant = true)] async Task<int> Open() => _total + await Task.FromResult(1);
}
