using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Work of the runtime beside the turns of an actor, but on its behalf.</summary>
internal interface ICellWork : IThreadPoolWorkItem
{
    /// <summary>The actor.</summary>
    ActorCell Cell { get; }
}

/// <summary>Passivates an entity that was found idle. It has the entity's turn.</summary>
internal sealed class PassivationTurn(EntityLife life) : ICellWork
{
    public ActorCell Cell => life.Cell;

    void IThreadPoolWorkItem.Execute() => life.PassivateUnlessWoken();
}

/// <summary>Somebody wants an entity passivated. It takes its place in the mailbox: what was sent before is handled before.</summary>
internal sealed class PassivateSignal(TaskCompletionSource done, bool immediately) : Work
{
    public Task Done => done.Task;

    internal override bool Run(ActorCell cell)
    {
        cell.Life!.Passivate(done, immediately);
        return false;
    }

    internal override bool TrySettle(ActorCell cell)
    {
        done.TrySetResult();
        return true;
    }

    /// <summary>The cell has ended, or takes no signals because it is being passivated already: then this waits for that.</summary>
    internal override void Reject(ActorCell cell)
    {
        if (cell.IsClosed) done.TrySetResult();
        else cell.Post(this);
    }
}
