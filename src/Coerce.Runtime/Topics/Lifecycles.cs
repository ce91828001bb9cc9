using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Publishes what becomes of actors. A system has it once somebody has asked for one of its own topics.</summary>
internal sealed class Lifecycles
{
    private readonly TimeProvider _clock;
    private readonly Topic<ActorStarted> _started;
    private readonly Topic<ActorStopped> _stopped;
    private readonly Topic<ActorFailed> _failed;

    public Lifecycles(ActorSystem system, TopicTable topics)
    {
        _clock = system.Options.Clock;
        _started = topics.AddOwn(SystemTopics.ActorStarted);
        _stopped = topics.AddOwn(SystemTopics.ActorStopped);
        _failed = topics.AddOwn(SystemTopics.ActorFailed);
        DeadLetters = topics.AddOwn(SystemTopics.DeadLetters);
    }

    public Topic<DeadLetter> DeadLetters { get; }

    public void Started(ActorCell cell)
    {
        if (_started.SubscriberCount > 0) _started.Publish(new(Ref(cell), cell.Descriptor.Name, cell.Path, _clock.GetUtcNow()));
    }

    public void Stopped(ActorCell cell)
    {
        if (_stopped.SubscriberCount > 0)
            _stopped.Publish(new(Ref(cell), cell.Descriptor.Name, cell.Path, _clock.GetUtcNow(), cell.ExtrasOrNull?.Failure));
    }

    /// <param name="cell">The actor.</param>
    /// <param name="handler">Where.</param>
    /// <param name="envelope">What it was about to handle, if that is known.</param>
    /// <param name="failure">What was thrown.</param>
    public void Failed(ActorCell cell, string? handler, Envelope? envelope, Exception failure)
    {
        // Else two subscribers that fail at each other's failures would never come to an end.
        if (_failed.SubscriberCount > 0 && envelope?.BoxedMessage is not (ActorEvent or DeadLetter))
            _failed.Publish(new(Ref(cell), cell.Descriptor.Name, cell.Path, _clock.GetUtcNow(), handler, failure));
    }

    private static ActorRef Ref(ActorCell cell) => cell.Props.NewUntypedRef(cell);
}
