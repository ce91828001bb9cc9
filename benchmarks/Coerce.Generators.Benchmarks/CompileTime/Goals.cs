using System.Globalization;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>What the generator and the analyzers may cost.</summary>
internal static class Goals
{
    private const double UnrelatedEditUs = 250;
    private const double Growth = 1.5;

    internal static Row ForGenerator(Row row, Edit edit, Row? smaller)
    {
        if (edit == Edit.Unrelated) row = row.With($"≤ {UnrelatedEditUs} µs per actor", row.PerActorUs <= UnrelatedEditUs);
        return WithGrowth(row, smaller);
    }

    internal static Row ForAnalyzers(Row row, Row generator, Row? smaller)
        => WithGrowth(row.With("≤ generator", row.MedianMs <= generator.MedianMs), smaller);

    // Below a hundred actors what does not depend on them is most of it.
    private static Row WithGrowth(Row row, Row? smaller)
    {
        if (smaller is not { Actors: >= 100 }) return row;

        double ratio = row.PerActorUs / smaller.PerActorUs;
        return row.With(
            string.Create(CultureInfo.InvariantCulture, $"≤ {Growth} × {smaller.Actors} actors (is {ratio:0.00})"), ratio <= Growth);
    }
}
