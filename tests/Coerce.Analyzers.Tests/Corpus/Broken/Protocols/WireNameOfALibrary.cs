// ---- assembly First ----
namespace First;

[Actor("things.counter")]
public sealed partial class Counter
{
    private int _n;

    [Handles] int Next() => ++_n;
}
// ---- assembly Second ----
namespace Second;

[Actor({|COERCE0404:"things.counter"|})]
public sealed partial class Tally
{
    private int _n;

    [Handles] int Next() => ++_n;
}

[Actor("things.total")]
public sealed partial class Total(First.CounterRef counter, TallyRef tally)
{
    [Handles] async Task<int> Sum() => await counter.NextAsync() + await tally.NextAsync();
}
