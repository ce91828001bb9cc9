// ---- assembly Workers ----
namespace Workers;

[Actor("workers.sorter")]
public sealed partial class Sorter
{
    private int _sorted;

    [Handles]
    int Sort([Transfers] int[] numbers)
    {
        Array.Sort(numbers);
        return _sorted += numbers.Length;
    }
}
// ---- assembly Callers ----
using Workers;

namespace Callers;

public sealed class Feeder(SorterRef sorter)
{
    private int[] _buffer = new int[10];

    public async Task FeedAsync()
    {
        int[] once = new int[5];
        for (int i = 0; i < 3; i++)
        {
            await sorter.SortAsync({|COERCE0206:once|});
        }

        await sorter.SortAsync(new int[5]);
        await sorter.SortAsync({|COERCE0206:_buffer|});
    }

    public async Task SwapAsync()
    {
        ValueTask<int> sorted = sorter.SortAsync(_buffer);
        _buffer = new int[10];
        await sorted;
    }
}
