namespace Bank.LedgerTool;

/// <summary>
/// The SplitMix64 generator: the same numbers on every machine and with every version of .NET, which
/// <see cref="Random"/> does not promise.
/// </summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to <paramref name="end"/>, without the end.</summary>
    public int Next(int end) => (int)(NextBits() % (ulong)end);

    /// <summary>A number from <paramref name="start"/> to <paramref name="end"/>, without the end.</summary>
    public int Next(int start, int end) => start + Next(end - start);

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
