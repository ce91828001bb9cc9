using Coerce.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;
using Microsoft.Extensions.Logging;

namespace Coerce;

/// <summary>The messages of a system that no actor handled: nothing vanishes silently.</summary>
/// <remarks>
/// Thread-safe. Observers are called one after the other in the thread in which the message met its end; they must be quick.
/// One that throws is logged and stays subscribed. The stream has no end.
/// </remarks>
public sealed class DeadLetters : IObservable<DeadLetter>
{
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private IObserver<DeadLetter>[] _observers = [];
    private long _count;

    internal DeadLetters(ILogger logger) => _logger = logger;

    /// <summary>How many there have been.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Calls an observer for each dead letter from now on.</summary>
    /// <param name="observer">The observer.</param>
    /// <returns>Dispose it to end that.</returns>
    public IDisposable Subscribe(IObserver<DeadLetter> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        lock (_lock) _observers = [.. _observers, observer];
        return new Subscription(this, observer);
    }

    /// <summary>Calls an action for each dead letter from now on.</summary>
    /// <param name="onNext">The action.</param>
    /// <returns>Dispose it to end that.</returns>
    public IDisposable Subscribe(Action<DeadLetter> onNext)
    {
        ArgumentNullException.ThrowIfNull(onNext);
        return Subscribe(new ActionObserver(onNext));
    }

    /// <summary>Where they are published for actors; null while nobody has asked for it.</summary>
    internal Topic<DeadLetter>? Topic { get; set; }

    internal void Publish(ActorCell target, Envelope envelope, DeadLetterReason reason, Exception? failure)
    {
        Interlocked.Increment(ref _count);
        Instruments.DeadLetter(target, envelope.Tag, reason);
        if (reason != DeadLetterReason.HandlerFailed) Instruments.Refused(target, envelope.Tag);
        if (reason == DeadLetterReason.ActorStopped)
            Log.DeadLetter(_logger, target.MessageName(envelope), target.ToString());

        IObserver<DeadLetter>[] observers = Volatile.Read(ref _observers);
        Topic<DeadLetter>? topic = Topic is { SubscriberCount: > 0 } wanted ? wanted : null;
        if (observers.Length == 0 && topic is null) return;

        var letter = new DeadLetter(envelope.BoxedMessage, target.Path, reason, failure);
        foreach (IObserver<DeadLetter> observer in observers)
        {
            try
            {
                observer.OnNext(letter);
            }
            catch (Exception thrown)
            {
                Log.ObserverFailed(_logger, thrown);
            }
        }

        // A subscriber that cannot take a dead letter would make another one of it, and so on.
        if (letter.Message is not DeadLetter) topic?.Publish(letter);
    }

    private void Unsubscribe(IObserver<DeadLetter> observer)
    {
        lock (_lock)
        {
            int index = Array.IndexOf(_observers, observer);
            if (index >= 0) _observers = [.. _observers[..index], .. _observers[(index + 1)..]];
        }
    }

    private sealed class Subscription(DeadLetters letters, IObserver<DeadLetter> observer) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) letters.Unsubscribe(observer);
        }
    }

    private sealed class ActionObserver(Action<DeadLetter> onNext) : IObserver<DeadLetter>
    {
        public void OnNext(DeadLetter value) => onNext(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
