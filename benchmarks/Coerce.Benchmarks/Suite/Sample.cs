namespace Coerce.Benchmarks.Suite;

/// <summary>One repetition of one side, for one operation.</summary>
internal readonly record struct Sample(double Nanoseconds, double Bytes, double? Retained)
{
    /// <summary>Prepares, runs and verifies a side.</summary>
    public static async Task<Sample> TakeAsync(Func<Side> newSide)
    {
        await CollectAsync();
        Side? side = newSide();
        try
        {
            await side.PrepareAsync();
            GC.Collect();
            long alive = side.IsWeighed ? GC.GetTotalMemory(forceFullCollection: true) : 0;
            long allocated = GC.GetTotalAllocatedBytes(precise: true);

            // On the pool, whoever calls: both sides start alike.
            double nanoseconds = await Task.Run(side.MeasureAsync);

            double bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / side.Operations;
            double? retained = side.IsWeighed ? (double)(GC.GetTotalMemory(forceFullCollection: true) - alive) / side.Operations : null;
            await side.VerifyAsync();
            return new Sample(nanoseconds, bytes, retained);
        }
        finally
        {
            await side.DisposeAsync();

            // This method's own state lives on while its caller goes on.
            side = null;
        }
    }

    /// <summary>What the other side left behind is neither collected at this one's expense nor taken off its weight.</summary>
    private static async Task CollectAsync()
    {
        for (int times = 2; times > 0; times--)
        {
            // The frames that the other side ended in lie on this stack and hold it alive: away from there.
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
