using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Whether a turn may run in the caller's thread, and what must not leak between the two when it does.</summary>
internal static class CallerThread
{
    /// <summary>The context without any <see cref="AsyncLocal{T}"/>.</summary>
    private static readonly ExecutionContext Clean = CaptureClean();

    /// <summary>False where an actor's code would run under somebody's scheduler or near the end of the stack.</summary>
    /// <remarks>A suppressed flow has no context that could be put back, so it counts as unsuitable.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanRunTurns() =>
        SynchronizationContext.Current is null
        && TaskScheduler.Current == TaskScheduler.Default
        && RuntimeHelpers.TryEnsureSufficientExecutionStack()
        && !ExecutionContext.IsFlowSuppressed();

    /// <summary>Leaves the caller's ambient values behind, all but the trace context.</summary>
    /// <returns>What <see cref="Return"/> puts back; null when there is nothing to put back.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExecutionContext? Leave()
    {
        ExecutionContext ambient = ExecutionContext.Capture()!;
        return ReferenceEquals(ambient, Clean) ? null : LeaveAmbient(ambient);
    }

    /// <summary>Undoes <see cref="Leave"/>, and what the handler did to the ambient values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Return(ExecutionContext? caller)
    {
        if (caller is not null || !IsClean) ExecutionContext.Restore(caller ?? Clean);
    }

    /// <summary>On a pool thread, between two turns: forgets the ambient values that a handler left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear()
    {
        if (!IsClean) ExecutionContext.Restore(Clean);
    }

    /// <summary>The clean context with an actor that may ask; made once for each, so that a turn need not make it.</summary>
    public static ExecutionContext CaptureAsking(ActorCell cell)
    {
        AskGraph.Asker = cell;
        ExecutionContext context = ExecutionContext.Capture()!;
        Clear();
        return context;
    }

    private static bool IsClean => ReferenceEquals(ExecutionContext.Capture(), Clean);

    private static ExecutionContext LeaveAmbient(ExecutionContext ambient)
    {
        Activity? trace = Activity.Current;
        ExecutionContext.Restore(Clean);
        if (trace is not null) Activity.Current = trace;
        return ambient;
    }

    private static ExecutionContext CaptureClean()
    {
        // The framework keeps the instance to itself; a thread that was started without a context shows it.
        ExecutionContext? clean = null;
        var thread = new Thread(() => clean = ExecutionContext.Capture(), 64 * 1024);
        thread.UnsafeStart();
        thread.Join();
        return clean!;
    }
}
