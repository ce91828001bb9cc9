namespace Coerce.Runtime.Tests;

public readonly record struct Add(int Amount);

public readonly record struct Get;

public readonly record struct Fail(string Why);

public readonly record struct Hold(TaskCompletionSource Until);

public readonly record struct Block(ManualResetEventSlim Until);

/// <summary>Counts, fails when told to, and can be held in the middle of a turn.</summary>
[Actor("test.counter", Local = true)]
public sealed partial class Counter(int start = 0)
{
    private int _count = start;

    [Handles] int On(Add message) => _count += message.Amount;

    [Handles] int On(Get message) => _count;

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);

    [Handles]
    async Task<int> On(Hold message)
    {
        await message.Until.Task;
        return _count;
    }

    [Handles]
    int On(Block message)
    {
#pragma warning disable COERCE0301 // the test holds the thread on purpose
        message.Until.Wait();
#pragma warning restore COERCE0301
        return _count;
    }

    [Handles]
    async ValueTask<int> FailLaterAsync(string why)
    {
        await Task.Yield();
        throw new InvalidOperationException(why);
    }
}

/// <summary>A message whose handling the sender wants to see begin.</summary>
public sealed record Enter(TaskCompletionSource Entered, TaskCompletionSource Leave);

/// <summary>Tells when a turn has begun and waits for the sign to end it; its token ends the wait too.</summary>
[Actor]
public sealed partial class Gatekeeper
{
    [Handles]
    async Task On(Enter message, CancellationToken cancellationToken)
    {
        message.Entered.SetResult();
        await message.Leave.Task.WaitAsync(cancellationToken);
    }

    [Handles]
    void Nothing()
    {
    }
}

internal static class Signal
{
    public static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Enter Enter() => new(New(), New());
}
