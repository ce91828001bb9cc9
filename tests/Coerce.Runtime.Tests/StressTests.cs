namespace Coerce.Runtime.Tests;

public readonly record struct Step(int Sender, int Number);

public readonly record struct SlowStep(int Sender, int Number);

/// <summary>Checks the order of each sender, and that it is never in two turns at once.</summary>
[Actor]
public sealed partial class Sequencer(int senders)
{
    private readonly int[] _next = new int[senders];
    private long _count;
    private long _disorders;
    private int _inside;

    [Handles] long On(Step message) => Take(message.Sender, message.Number);

    [Handles]
    async ValueTask<long> On(SlowStep message)
    {
        Enter();
        await Task.Yield();
        Exit();
        return Take(message.Sender, message.Number);
    }

    [Handles] (long Count, long Disorders) Result() => (_count, _disorders);

    private long Take(int sender, int number)
    {
        Enter();
        if (_next[sender]++ != number) _disorders++;
        Exit();
        return ++_count;
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref _inside) != 1) _disorders++;
    }

    private void Exit() => Interlocked.Decrement(ref _inside);
}

public sealed class StressTests
{
    // Longer by hand: COERCE_STRESS_ROUNDS=200.
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("COERCE_STRESS_ROUNDS"), out int given) ? given : 20;
    private const int Senders = 8;
    private const int EachSends = 250_000;

    [Fact(Timeout = 1_800_000)]
    public Task AsksAndTells_8Senders_CountAndOrderAreExact() => RunAsync(static async (actor, sender, _) =>
    {
        for (int i = 0; i < EachSends; i++)
        {
            if (i % 3 == 0) await actor.AskAsync(new Step(sender, i));
            else actor.Tell(new Step(sender, i));
        }
    });

    [Fact(Timeout = 1_800_000)]
    public Task AsksAndTells_HandlerThatAwaits_CountAndOrderAreExact() => RunAsync(static async (actor, sender, _) =>
    {
        for (int i = 0; i < EachSends; i++)
        {
            if (i % 3 == 0) await actor.AskAsync(new SlowStep(sender, i));
            else actor.Tell(new SlowStep(sender, i));
        }
    });

    [Fact(Timeout = 1_800_000)]
    public Task AsksAndTells_CallersThatCancelAtRandom_CountAndOrderAreExact() => RunAsync(static async (actor, sender, random) =>
    {
        for (int i = 0; i < EachSends; i++)
        {
            switch (random.Next(8))
            {
                case < 5:
                    actor.Tell(new Step(sender, i));
                    break;
                case 5:
                    await actor.AskAsync(new Step(sender, i));
                    break;
                default:
                    await AskAndCancelAsync(actor, sender, i, random);
                    break;
            }
        }
    });

    private static async Task AskAndCancelAsync(SequencerRef actor, int sender, int number, Random random)
    {
        using var cancel = new CancellationTokenSource();
        ValueTask<long> ask = random.Next(2) == 0
            ? actor.AskAsync(new Step(sender, number), cancel.Token)
            : actor.AskAsync(new SlowStep(sender, number), cancel.Token);

        // Cancelled after it was sent, from this thread or another: the message counts, whoever wins.
        Task other = Task.CompletedTask;
        if (random.Next(2) == 0) cancel.Cancel();
        else other = Task.Run(cancel.Cancel);
        try
        {
            await ask;
        }
        catch (OperationCanceledException)
        {
        }

        await other;
    }

    private static async Task RunAsync(Func<SequencerRef, int, Random, Task> send)
    {
        await using var system = new ActorSystem("stress", new() { AskTimeout = TimeSpan.FromMinutes(4) });
        for (int round = 0; round < Rounds; round++)
        {
            SequencerRef actor = system.Spawn(Sequencer.Props(Senders));
            int seed = round;
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(
                sender => Task.Run(() => send(actor, sender, new Random(seed * Senders + sender)))));

            (long count, long disorders) = await actor.ResultAsync();
            Assert.Equal(((long)Senders * EachSends, 0L, round), (count, disorders, round));
        }
    }
}
