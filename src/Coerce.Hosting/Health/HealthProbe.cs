using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.Hosting;

/// <summary>Takes its place in an actor's mailbox and tells when the actor has come to it.</summary>
internal sealed class HealthProbe(long sentAt) : Work
{
    private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>By the system's clock.</summary>
    public long SentAt => sentAt;

    /// <summary>Ends when the actor has come to it, or has stopped.</summary>
    public Task Passed => _passed.Task;

    internal override bool Run(ActorCell cell)
    {
        _passed.TrySetResult();
        return true;
    }

    internal override void Reject(ActorCell cell) => _passed.TrySetResult();
}
