namespace Coerce.Runtime.Tests;

public sealed class Tally
{
    public long Handled;
}

/// <summary>Counts outside of itself, so that the count outlives it.</summary>
[Actor]
public sealed partial class Tallier(Tally tally)
{
    [Handles] long On(Add message) => Interlocked.Add(ref tally.Handled, message.Amount);

    [Handles]
    async Task AddLater()
    {
        await Task.Yield();
        Interlocked.Increment(ref tally.Handled);
    }
}

/// <summary>Senders against a stop: each message is handled, refused or a dead letter, and no caller waits for ever.</summary>
public sealed class StopRaceTests
{
    private const int Rounds = 2_000;
    private const int Senders = 4;
    private const int EachSends = 100;

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_WhileOthersSend_EveryMessageIsAccountedFor(bool immediately)
    {
        await using var system = new ActorSystem("race", Quiet.Options());
        var random = new Random(immediately ? 1 : 2);
        for (int round = 0; round < Rounds; round++)
        {
            var tally = new Tally();
            long refused = 0, told = 0;
            long lettersBefore = system.DeadLetters.Count;
            TallierRef actor = system.Spawn(Tallier.Props(tally), "racer");
            int stopAfter = random.Next(Senders * EachSends);

            Task[] senders = [.. Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
            {
                for (int i = 0; i < EachSends; i++)
                {
                    if (Interlocked.Increment(ref told) == stopAfter) _ = actor.StopAsync(immediately);
                    try
                    {
                        switch ((i + sender) % 4)
                        {
                            case 0:
                                await actor.AskAsync(new Add(1));
                                break;
                            case 1:
                                await actor.AddLaterAsync();
                                break;
                            default:
                                actor.Tell(new Add(1));
                                break;
                        }
                    }
                    catch (ActorStoppedException)
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            }))];
            await Task.WhenAll(senders);
            await actor.StopAsync(immediately);

            long letters = system.DeadLetters.Count - lettersBefore;
            Assert.Equal((Senders * EachSends, round), (tally.Handled + refused + letters, round));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task SpawnAndStop_SameIdFromManyTasks_OneLivesAtATime()
    {
        await using var system = new ActorSystem("race", Quiet.Options());
        var lives = new Lives();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 5_000; i++)
            {
                try
                {
                    await system.Spawn(Single.Props(lives), "only").StopAsync();
                }
                catch (ActorAlreadyExistsException)
                {
                    if (system.Find<SingleRef>("only") is { } other) await other.StopAsync();
                }
            }
        })));

        Assert.Equal((0, 1), (lives.Now, lives.Most));
    }
}

public sealed class Lives
{
    private int _now;
    private int _most;

    public int Now => _now;

    public int Most => _most;

    public void Begin()
    {
        int now = Interlocked.Increment(ref _now);
        if (now > _most) Interlocked.Exchange(ref _most, now);
    }

    public void End() => Interlocked.Decrement(ref _now);
}

/// <summary>Lives from its constructor to its <c>[OnStop]</c>.</summary>
[Actor]
public sealed partial class Single
{
    private readonly Lives _lives;

    public Single(Lives lives)
    {
        _lives = lives;
        lives.Begin();
    }

    [Handles]
    void Nothing()
    {
    }

    [OnStop] void Stopping() => _lives.End();
}
