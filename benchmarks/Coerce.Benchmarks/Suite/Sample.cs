namespace Coerce.Benchmarks.Suite;

/// <summary>One repetition of one side, for one operation.</summary>
internal readonly record struct Sample(double Nanoseconds, double Bytes, double? Retained)
{
    /// <summary>Prepares, runs and verifies a side.</summary>
    public static async Task<Sample> TakeAsync(Func<Side> newSide)
    {
        await using Side side = newSide();
        await side.PrepareAsync();

        // What the other side left behind is not collected at this one's expense. Its last frames lie on this stack, and hold it alive.
        await Task.Yield();
        long alive = Settle();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);

        // On the pool, whoever calls: both sides start alike.
        double nanoseconds = await Task.Run(side.MeasureAsync);

        double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / side.Operations;
        await Task.Yield();
        double? retained = side.IsWeighed ? (double)(Settle() - alive) / side.Operations : null;
        await side.VerifyAsync();
        return new Sample(nanoseconds, bytes, retained);
    }

    /// <summary>The bytes that are alive once all that is dead was collected.</summary>
    private static long Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
