using Microsoft.Extensions.Logging;

namespace Coerce.TestKit.Tests;

public sealed class TestHostTests
{
    [Fact]
    public async Task Host_OneLine_HasASystemAndItsTime()
    {
        await using var host = new TestHost();
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();

        using ActorTimer timer = probe.Ref.Schedule(new Letter("tick"), TimeSpan.FromSeconds(1));
        host.Time.Advance(TimeSpan.FromSeconds(1));

        await probe.ExpectMessageAsync<Letter>();
    }

    [Fact]
    public async Task Logs_FailedHandler_AreKept()
    {
        await using var host = new TestHost();
        AccountRef account = host.System.Spawn(Account.Props(0), "alice");

        account.Tell(new Account.Messages.Fail("planted"));
        await account.GetBalanceAsync();

        LogLine line = Assert.Single(host.Logs);
        Assert.Equal((LogLevel.Error, 1002, "planted"), (line.Level, line.EventId.Id, line.Failure?.Message));
        Assert.Equal(DeadLetterReason.HandlerFailed, Assert.Single(host.DeadLetters).Reason);
    }

    [Fact]
    public async Task Configure_Options_AreTheSystems()
    {
        var clock = new VirtualTime(DateTimeOffset.UnixEpoch);
        await using var host = new TestHost(options => options.Clock = clock);
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();

        using ActorTimer timer = probe.Ref.Schedule(new Letter("tick"), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));

        await probe.ExpectMessageAsync<Letter>();
    }

    [Fact]
    public async Task Probe_OnThePool_TakesAndAnswers()
    {
        await using var host = new TestHost();
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        WriterRef writer = host.System.Spawn(Writer.Props(probe.Ref));

        ValueTask<object> answer = writer.WonderAsync("why?");
        (await probe.ExpectMessageAsync<Question>()).ReplyWith(42);
        Assert.Equal(42, await answer);

        await probe.ExpectNothingAsync(TimeSpan.FromMilliseconds(1));
        writer.Tell(new Writer.Messages.Write("one"));
        await probe.ExpectMessageAsync<Letter>();
        Assert.Empty(probe.Waiting);
    }

    [Fact]
    public async Task Expectation_OnThePool_EndsWithinItsTime()
    {
        await using var host = new TestHost();
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();

        await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectMessageAsync<Letter>(TimeSpan.FromMilliseconds(1)));

        // Whoever gave up does not take the next message away.
        probe.Ref.Tell(new Letter("one"));
        await probe.ExpectMessageAsync<Letter>();
    }

    [Fact]
    public async Task ExpectTerminated_OnThePool_Ends()
    {
        await using var host = new TestHost();
        AccountRef account = host.System.Spawn(Account.Props(0));

        Task<Terminated> terminated = host.ExpectTerminatedAsync(account);
        await account.StopAsync();

        Assert.Equal(account, (await terminated).Actor);
        Assert.Null((await terminated).Failure);
    }

    [Fact]
    public async Task Dispose_Actors_HaveStopped()
    {
        var host = new TestHost();
        AccountRef account = host.System.Spawn(Account.Props(0));
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();

        await host.DisposeAsync();

        Assert.Equal(ActorStatus.Stopped, account.Status);
        Assert.Equal(ActorStatus.Stopped, probe.Ref.Status);
    }
}
