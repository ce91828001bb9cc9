namespace Coerce.Benchmarks.Suite;

/// <summary>How large the cases are.</summary>
/// <param name="IsQuick">A hundredth of the full size, to see that everything works.</param>
internal readonly record struct Scale(bool IsQuick)
{
    public int Of(int full) => IsQuick ? Math.Max(1, full / 100) : full;

    public TimeSpan Of(TimeSpan full) => IsQuick ? full / 20 : full;
}
