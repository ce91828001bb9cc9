using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Actors that a thread has woken up and that go to another one in one piece.</summary>
internal sealed class Share(ActorCell?[] cells) : IThreadPoolWorkItem
{
    /// <summary>The actors; null in place of one that has gone another way.</summary>
    public ActorCell?[] Cells => cells;

    void IThreadPoolWorkItem.Execute() => RunQueue.Run(this);
}
