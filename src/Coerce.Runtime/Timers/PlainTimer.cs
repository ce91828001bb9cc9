namespace Coerce.Cells;

/// <summary>Makes timers that do not carry the ambient values of whoever makes them.</summary>
internal static class PlainTimer
{
    /// <summary>A timer that is not started yet.</summary>
    public static ITimer New(TimeProvider clock, TimerCallback callback, object state)
    {
        bool restore = !ExecutionContext.IsFlowSuppressed();
        if (restore) ExecutionContext.SuppressFlow();
        try
        {
            return clock.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (restore) ExecutionContext.RestoreFlow();
        }
    }
}
