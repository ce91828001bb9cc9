using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Brings what follows an await back into the simulation, and remembers whose code it is.</summary>
/// <remarks>Each step has one of its own. An await goes on at once, without a step, when the context is still the one that it
/// began in; so, with one context for all, whoever completes a task would run the code of whoever waits for it in the middle
/// of its own.</remarks>
internal sealed class SimulationContext(Simulator simulator, ActorCell? owner) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) =>
        simulator.Enqueue(new Step(StepKind.Continuation, owner, d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!simulator.IsInside)
            throw new NotSupportedException("Code outside of a simulation cannot run something in it and wait for the end: use Post.");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
