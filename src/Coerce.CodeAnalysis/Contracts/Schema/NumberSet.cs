namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Numbers that are taken, as sorted ranges that do not touch.</summary>
internal sealed class NumberSet
{
    private readonly List<NumberRange> _ranges = [];

    public NumberSet(IEnumerable<NumberRange> ranges)
    {
        foreach (var range in ranges.OrderBy(static range => range.Start))
        {
            int last = _ranges.Count - 1;
            if (last < 0 || _ranges[last].End < range.Start - 1L)
            {
                _ranges.Add(range);
            }
            else
            {
                Overlaps |= _ranges[last].End >= range.Start;
                _ranges[last] = new NumberRange(_ranges[last].Start, Math.Max(_ranges[last].End, range.End));
            }
        }
    }

    /// <summary>Whether a number was in two of the ranges.</summary>
    public bool Overlaps { get; }

    public IReadOnlyList<NumberRange> Ranges => _ranges;

    public bool Contains(int number) => Next(number) != number;

    /// <summary>Numbers of a message that a field has, or that none may have again.</summary>
    public static NumberSet OfFields(SchemaMessage? message) => new((message?.ReservedNumbers ?? default)
        .Concat((message?.Fields ?? default).Select(static field => new NumberRange(field.Number, field.Number))));

    /// <summary>The numbers to give, in order: those above all that are taken, and when these are used up, those between.</summary>
    public IEnumerable<int> Free()
    {
        long top = _ranges.Count == 0 ? 1 : Math.Max(1, _ranges[_ranges.Count - 1].End + 1L);
        for (long above = Skip(top); above <= ProtoLimits.MaxField; above = Skip(above + 1))
        {
            yield return (int)above;
        }

        for (long between = Skip(Next(1)); between < top; between = Skip(Next((int)between + 1)))
        {
            // Behind the numbers of protobuf another range may begin.
            if (!Contains((int)between))
            {
                yield return (int)between;
            }
        }
    }

    private static long Skip(long number)
        => number is >= ProtoLimits.FirstOfProtobuf and <= ProtoLimits.LastOfProtobuf ? ProtoLimits.LastOfProtobuf + 1 : number;

    // The number itself, or the first behind the range that it is in.
    private long Next(int number)
    {
        int low = 0, high = _ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].Contains(number))
            {
                return _ranges[middle].End + 1L;
            }

            (low, high) = number < _ranges[middle].Start ? (low, middle - 1) : (middle + 1, high);
        }

        return number;
    }
}
