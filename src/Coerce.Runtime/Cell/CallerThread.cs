using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Whether a turn may run in the caller's thread, and what must not leak between the two when it does.</summary>
internal static class CallerThread
{
    /// <summary>The context without any <see cref="AsyncLocal{T}"/>.</summary>
    private static readonly ExecutionContext Clean = CaptureClean();

    /// <summary>How deep a turn may begin on this thread for sure, as the complement of an address: 0 before the first one.</summary>
    [ThreadStatic]
    private static nuint t_safeDepth;

    /// <summary>False where an actor's code would run under somebody's scheduler or near the end of the stack.</summary>
    /// <remarks>A suppressed flow has no context that could be put back, so it counts as unsuitable.</remarks>
    /// <param name="ambient">The context to leave behind; not null when the answer is true.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanRunTurns([NotNullWhen(true)] out ExecutionContext? ambient)
    {
        // Null where the flow is suppressed.
        ambient = ExecutionContext.Capture();
        return ambient is not null
            && SynchronizationContext.Current is null
            && TaskScheduler.Current == TaskScheduler.Default
            && HasStack();
    }

    /// <summary>What <see cref="RuntimeHelpers.TryEnsureSufficientExecutionStack"/> says, without asking it again where a thread has been
    /// as deep before: that call would be a sixth of an ask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasStack()
    {
        byte here = 0;
        nuint depth = ~(nuint)Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref here);  // stacks grow down
        return depth <= t_safeDepth || TryGoDeeper(depth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryGoDeeper(nuint depth)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return false;
        t_safeDepth = depth;
        return true;
    }

    /// <summary>True when a context has nothing that must not leak into a turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsClean(ExecutionContext ambient) => ReferenceEquals(ambient, Clean);

    /// <summary>Leaves the caller's ambient values behind, all but the trace context. <see cref="Return"/> puts them back.</summary>
    public static void Leave(ExecutionContext ambient)
    {
        if (IsClean(ambient)) return;
        Activity? trace = Activity.Current;
        ExecutionContext.Restore(Clean);
        if (trace is not null) Activity.Current = trace;
    }

    /// <summary>Undoes <see cref="Leave"/>, and what the handler did to the ambient values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Return(ExecutionContext? caller)
    {
        if (caller is not null || !IsThreadClean) ExecutionContext.Restore(caller ?? Clean);
    }

    /// <summary>On a pool thread, between two turns: forgets the ambient values that a handler left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear()
    {
        if (!IsThreadClean) ExecutionContext.Restore(Clean);
    }

    /// <summary>The clean context with an actor that may ask; made once for each, so that a turn need not make it.</summary>
    public static ExecutionContext CaptureAsking(ActorCell cell)
    {
        AskGraph.Asker = cell;
        ExecutionContext context = ExecutionContext.Capture()!;
        Clear();
        return context;
    }

    private static bool IsThreadClean => ReferenceEquals(ExecutionContext.Capture(), Clean);

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
