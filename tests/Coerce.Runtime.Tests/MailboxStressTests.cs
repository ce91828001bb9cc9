namespace Coerce.Runtime.Tests;

/// <summary>Senders that are faster than a bounded actor: each message is handled, dropped or refused, once.</summary>
public sealed class MailboxStressTests
{
    private const int Capacity = 100;
    private const int Senders = 4;
    private const int EachSends = 250_000;

    [Theory(Timeout = 300_000)]
    [InlineData(MailboxPolicy.Wait)]
    [InlineData(MailboxPolicy.DropNewest)]
    [InlineData(MailboxPolicy.DropOldest)]
    [InlineData(MailboxPolicy.Fail)]
    public async Task Senders_AMillionMessages_CountsAddUpAndOrderIsKept(MailboxPolicy policy)
    {
        await using var system = new ActorSystem("stress", Quiet.Options());
        var ledger = new Ledger(Senders) { KeepsNumbers = false };
        IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(Capacity, policy));
        long refused = 0;

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(sender);
            for (int i = 0; i < EachSends; i++)
            {
                if (!await SendAsync(actor, new Item(sender, i), random.Next(8))) Interlocked.Increment(ref refused);
            }
        })));
        await actor.StopAsync();

        Assert.Equal((long)Senders * EachSends, ledger.Handled + system.DeadLetters.Count + refused);
        Assert.Equal(0, ledger.Disorders);
        Assert.True(ledger.Handled >= Capacity, $"Only {ledger.Handled} were handled.");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{policy}: {ledger.Handled} handled, {system.DeadLetters.Count} dead letters, {refused} refused");
    }

    [Theory(Timeout = 300_000)]
    [InlineData(MailboxPolicy.Wait, false)]
    [InlineData(MailboxPolicy.Wait, true)]
    [InlineData(MailboxPolicy.DropNewest, false)]
    [InlineData(MailboxPolicy.DropOldest, false)]
    [InlineData(MailboxPolicy.DropOldest, true)]
    [InlineData(MailboxPolicy.Fail, true)]
    public async Task Stop_WhileOthersSend_EveryMessageIsAccountedFor(MailboxPolicy policy, bool immediately)
    {
        await using var system = new ActorSystem("stress", Quiet.Options());
        var random = new Random(((int)policy * 2) + (immediately ? 1 : 0));
        for (int round = 0; round < 500; round++)
        {
            var ledger = new Ledger(Senders) { KeepsNumbers = false };
            IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(random.Next(1, 5), policy), "racer");
            int stopAfter = random.Next(Senders * 100);
            long before = system.DeadLetters.Count;
            long refused = 0, sent = 0;

            await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    if (Interlocked.Increment(ref sent) == stopAfter) _ = actor.StopAsync(immediately);
                    if (!await SendAsync(actor, new Item(sender, i), (i + sender) % 8)) Interlocked.Increment(ref refused);
                }
            })));
            await actor.StopAsync(immediately);

            long letters = system.DeadLetters.Count - before;
            Assert.Equal((Senders * 100, 0, round), (ledger.Handled + letters + refused, ledger.Disorders, round));
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Asks_IdleAndBusyInTurns_NeverOvertakeWhatWasTold()
    {
        await using var system = new ActorSystem("stress", Quiet.Options());
        var ledger = new Ledger(Senders) { KeepsNumbers = false };
        IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(Capacity));

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(sender);
            for (int i = 0; i < EachSends;)
            {
                // A few tells, then an ask, which runs in this thread whenever the actor happens to be idle.
                for (int tells = random.Next(3); tells > 0; tells--) await actor.TellAsync(new Item(sender, i++));
                await actor.AskAsync(new Item(sender, i++));
            }
        })));
        await actor.StopAsync();

        Assert.Equal(0, ledger.Disorders);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    /// <summary>False when the sender was told that the message will not be handled.</summary>
    private static async ValueTask<bool> SendAsync(IntakeRef actor, Item item, int way)
    {
        try
        {
            switch (way)
            {
                case 0:
                    await actor.AskAsync(item);
                    return true;
                case 1:
                    await actor.TellAsync(item);
                    return true;
                case 2:
                    return actor.TryTell(item);
                default:
                    actor.Tell(item);
                    return true;
            }
        }
        catch (Exception refused) when (refused is MailboxFullException or ActorStoppedException)
        {
            return false;
        }
    }
}
