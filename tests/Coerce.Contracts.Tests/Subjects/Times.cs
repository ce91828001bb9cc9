using System.Collections.Immutable;

namespace Subjects;

[Contract]
public sealed record Times(DateOnly Date, TimeOnly Time, DateTimeOffset Timestamp, TimeSpan Duration, decimal Decimal);

[Contract]
public sealed record MaybeTimes(DateOnly? Date, TimeOnly? Time, DateTimeOffset? Timestamp, TimeSpan? Duration, decimal? Decimal);

[Contract]
public sealed record TimeLists(
    ImmutableArray<DateOnly> Date, ImmutableArray<TimeOnly> Time, ImmutableArray<DateTimeOffset> Timestamp, ImmutableArray<TimeSpan> Duration,
    ImmutableArray<decimal> Decimal);

[Contract]
public sealed record TimeMaps(
    Dictionary<string, DateOnly> Date, Dictionary<string, TimeOnly> Time, Dictionary<string, DateTimeOffset> Timestamp,
    Dictionary<string, TimeSpan> Duration, Dictionary<string, decimal> Decimal);
