using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Series;

public readonly record struct Point(long Time, double Value);

internal static unsafe class Native
{
    internal static double Sum(double* values, int count)
    {
        double sum = 0;
        for (double* end = values + count; values < end; values++) sum += *values;
        return sum;
    }
}

[InlineArray(8)]
internal struct Eight
{
    private double _first;
}

[Actor]
public sealed partial class TimeSeries
{
    private readonly List<Point> _points = [];
    private Eight _last;

    [Handles]
    void On(Point message)
    {
        _points.Add(message);
        _last[_points.Count % 8] = message.Value;
    }

    [Handles]
    unsafe double Sum()
    {
        Span<double> values = _points.Count < 128 ? stackalloc double[_points.Count] : new double[_points.Count];
        ReadOnlySpan<Point> points = CollectionsMarshal.AsSpan(_points);
        for (int i = 0; i < points.Length; i++) values[i] = points[i].Value;
        fixed (double* first = values) return Native.Sum(first, values.Length);
    }

    [Handles]
    double Recent()
    {
        double sum = 0;
        foreach (double value in _last) sum += value;
        ref readonly Point newest = ref CollectionsMarshal.AsSpan(_points)[^1];
        return sum + newest.Value;
    }
}
