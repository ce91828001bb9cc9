using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>The time that the current thread has spent on a processor, so that other programs count for less.</summary>
/// <remarks>Where the system does not say it, the time on the wall.</remarks>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>What it takes to read the clock.</summary>
    internal static TimeSpan Cost { get; } = MeasureCost();

    internal static TimeSpan Now
    {
        get
        {
            if (!OperatingSystem.IsLinux() || GetTime(ThreadCpuTime, out Time time) != 0) return Stopwatch.GetElapsedTime(0);
            return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick);
        }
    }

    private static TimeSpan MeasureCost()
    {
        const int Reads = 100_000;
        TimeSpan begin = Now;
        for (int i = 0; i < Reads; i++) _ = Now;
        return (Now - begin) / Reads;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
