using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>What a probe was sent and the test has not looked at. Thread-safe.</summary>
internal sealed class ProbeInbox(TestHost host)
{
    private readonly Lock _lock = new();
    private readonly Queue<Envelope> _messages = new();
    private readonly Queue<Expectation<Envelope>> _expectations = new();
    private readonly List<Envelope> _asks = [];
    private readonly List<Func<Envelope, bool>> _answers = [];
    private TaskCompletionSource? _arrival;

    public int Count
    {
        get
        {
            lock (_lock) return _messages.Count;
        }
    }

    public object?[] Messages
    {
        get
        {
            lock (_lock) return [.. _messages.Select(static envelope => envelope.BoxedMessage)];
        }
    }

    /// <summary>Answers messages before the test sees them; the answer that was given last goes first.</summary>
    public void Answer(Func<Envelope, bool> answer)
    {
        lock (_lock) _answers.Insert(0, answer);
    }

    public void Receive(Envelope envelope)
    {
        Func<Envelope, bool>[] answers;
        lock (_lock) answers = [.. _answers];
        if (answers.Any(answer => answer(envelope))) return;

        TaskCompletionSource? arrival;
        lock (_lock)
        {
            if (envelope.Ask is not null) _asks.Add(envelope);
            arrival = _arrival;
            _arrival = null;
            while (_expectations.TryDequeue(out Expectation<Envelope>? expectation))
            {
                if (expectation.TryMeet(envelope)) return;
            }

            _messages.Enqueue(envelope);
        }

        arrival?.TrySetResult();
    }

    /// <summary>The next message, when it comes.</summary>
    public Task<Envelope> NextAsync(Func<string> failure, TimeSpan? within)
    {
        Expectation<Envelope> expectation;
        lock (_lock)
        {
            if (_messages.TryDequeue(out Envelope? envelope)) return Task.FromResult(envelope);
            expectation = new Expectation<Envelope>(failure, host.SignalOptions);
            _expectations.Enqueue(expectation);
        }

        return host.ExpectAsync(expectation, within);
    }

    /// <summary>Ends when there is a message.</summary>
    public Task ArrivalAsync()
    {
        lock (_lock)
        {
            if (_messages.Count > 0) return Task.CompletedTask;
            return (_arrival ??= new TaskCompletionSource(host.SignalOptions)).Task;
        }
    }

    /// <summary>The asks that nobody has answered, oldest first.</summary>
    public Envelope[] TakeAsks()
    {
        lock (_lock)
        {
            Envelope[] asks = [.. _asks];
            _asks.Clear();
            return asks;
        }
    }
}
