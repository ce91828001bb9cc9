using Coerce.Dispatch;

namespace Coerce.TestKit;

internal enum StepKind
{
    /// <summary>An actor takes its next message.</summary>
    Turn,

    /// <summary>What becomes of an actor that failed.</summary>
    Supervision,

    /// <summary>An entity that was idle is passivated.</summary>
    Passivation,

    /// <summary>Work of the runtime beside turns, such as that of a deferred reply.</summary>
    Work,

    /// <summary>An await goes on.</summary>
    Continuation,

    /// <summary>A timer fires.</summary>
    Timer,
}

/// <summary>Something that can run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The actor whose code it is; null for the test's.</param>
/// <param name="Run">Runs it.</param>
/// <param name="State">What <paramref name="Run"/> gets.</param>
internal readonly record struct Step(StepKind Kind, ActorCell? Owner, SendOrPostCallback Run, object? State);
