namespace Coerce.TestKit.Tests;

public sealed class ProbeTests
{
    private static readonly SimulationOptions Impatient = new() { OutsidePatience = TimeSpan.Zero };

    [Fact]
    public void Tell_Probe_IsExpected() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        WriterRef writer = host.System.Spawn(Writer.Props(probe.Ref));

        writer.Tell(new Writer.Messages.Write("one"));
        writer.Tell(new Writer.Messages.Write("two"));

        ReceivedMessage<Letter> first = await probe.ExpectMessageAsync<Letter>();
        Assert.Equal("one", first.Message.Text);
        Assert.False(first.IsAsk);
        await probe.ExpectMessageAsync<Letter>(letter => letter.Text == "two");
        await probe.ExpectNothingAsync();
    });

    [Fact]
    public void Ask_ReplyWith_ReachesTheAsker() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        WriterRef writer = host.System.Spawn(Writer.Props(probe.Ref));
        Task<object> answer = writer.WonderAsync("why?").AsTask();

        ReceivedMessage<Question> question = await probe.ExpectMessageAsync<Question>();
        Assert.True(question.IsAsk);
        Assert.True(question.ReplyWith("because"));

        Assert.Equal("because", await answer);
        Assert.False(question.ReplyWith("no"));
    });

    [Fact]
    public void Ask_FailWith_ReachesTheAsker() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        Task<object> answer = probe.Ref.AskAsync(new Question("why?")).AsTask();

        (await probe.ExpectMessageAsync<Question>()).FailWith(new InvalidOperationException("planted"));

        Assert.Equal("planted", (await Assert.ThrowsAsync<InvalidOperationException>(() => answer)).Message);
    });

    [Fact]
    public void Answer_Asks_AreNotSeen() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        probe.Answer<Question>(question => question.Text.Length);

        Assert.Equal(4, await probe.Ref.AskAsync(new Question("why?")));

        await probe.ExpectNothingAsync();
    });

    [Fact]
    public void Answer_Throws_FailsTheAsk() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        probe.Answer<Question>(_ => throw new InvalidOperationException("planted"));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await probe.Ref.AskAsync(new Question("why?")));
    });

    [Fact]
    public void Expectation_NothingComes_FailsAndSaysWhatWasExpected() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>("mail");

        var failure = await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectMessageAsync<Letter>());

        Assert.Equal("The probe Mailbox '/mail' was expected to get a Letter, and got nothing.", failure.Message);
    });

    [Fact]
    public void Expectation_OtherMessageComes_FailsAndSaysWhich() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>("mail");
        probe.Ref.Tell(new Letter("one"));
        probe.Ref.Tell(new Letter("two"));

        var type = await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectMessageAsync<Question>());
        var content = await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectMessageAsync<Letter>(letter => letter.Text == "one"));

        Assert.Equal("The probe Mailbox '/mail' was expected to get a Question, and got Letter { Text = one }.", type.Message);
        Assert.Equal("The probe Mailbox '/mail' got Letter { Text = two }, which is not the Letter that was expected.", content.Message);
    });

    [Fact]
    public void ExpectNothing_MessageComes_Fails() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>("mail");
        host.System.Spawn(Writer.Props(probe.Ref)).Tell(new Writer.Messages.Write("one"));

        var failure = await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectNothingAsync());

        Assert.Equal("The probe Mailbox '/mail' was expected to get nothing, and got Letter { Text = one }.", failure.Message);
    });

    [Fact]
    public void ExpectNothing_Within_MovesTheVirtualTime() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        using ActorTimer timer = probe.Ref.Schedule(new Letter("tick"), TimeSpan.FromSeconds(2));

        await probe.ExpectNothingAsync(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectNothingAsync(TimeSpan.FromSeconds(1)));
    });

    [Fact]
    public void Reply_WrongTypeOrNobodyWaits_SaysSo() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        Task<object> answer = probe.Ref.AskAsync(new Question("why?")).AsTask();
        probe.Ref.Tell(new Letter("one"));
        ReceivedMessage<Question> question = await probe.ExpectMessageAsync<Question>();
        ReceivedMessage<Letter> letter = await probe.ExpectMessageAsync<Letter>();

        Assert.Contains("was told, not asked", Assert.Throws<ExpectationFailedException>(() => letter.ReplyWith(1)).Message);
        Assert.Contains(
            "is not replied to with a stream of System.Int32",
            Assert.Throws<ExpectationFailedException>(() => question.ReplyWithStream(1, 2)).Message);
        Assert.True(question.ReplyWith(null));
        Assert.Null(await answer);
    });

    [Fact]
    public void Reply_HandlerWithoutReply_EndsTheAsk() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        Task asked = probe.Ref.AskAsync(new Letter("one")).AsTask();
        ReceivedMessage<Letter> letter = await probe.ExpectMessageAsync<Letter>();

        Assert.Contains("has no reply", Assert.Throws<ExpectationFailedException>(() => letter.ReplyWith(1)).Message);
        Assert.False(asked.IsCompleted);
        Assert.True(letter.Reply());

        await asked;
    });

    [Fact]
    public void Reply_Stream_ReachesTheReader() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        Task<List<int>> read = ReadAsync(probe.Ref.StreamAsync(new Count(2)));
        ReceivedMessage<Count> count = await probe.ExpectMessageAsync<Count>();

        Assert.Contains("has a stream as its reply", Assert.Throws<ExpectationFailedException>(() => count.ReplyWith(1)).Message);
        Assert.True(count.ReplyWithStream(1, 2));

        Assert.Equal([1, 2], await read);

        static async Task<List<int>> ReadAsync(IAsyncEnumerable<int> stream)
        {
            List<int> items = [];
            await foreach (int item in stream) items.Add(item);
            return items;
        }
    });

    [Fact]
    public void Probe_WithId_IsFound() => Simulate(host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>("mail");

        Assert.Equal(probe.Ref, host.System.Find<MailboxRef>("mail"));
        Assert.Throws<ActorAlreadyExistsException>(() => host.Probe<MailboxRef>("mail"));
        return Task.CompletedTask;
    });

    [Fact]
    public void Fail_Watched_TellsTheWatcherWhy() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        GuardRef guard = host.System.Spawn(Guard.Props());
        await guard.WatchAsync(probe.Ref);
        Task<object> answer = probe.Ref.AskAsync(new Question("why?")).AsTask();

        await probe.FailAsync(new InvalidOperationException("planted"));

        Terminated seen = Assert.Single(await guard.SeenAsync());
        Assert.Equal(probe.Ref, seen.Actor);
        Assert.Equal("planted", seen.Failure?.Message);
        await Assert.ThrowsAsync<ActorStoppedException>(() => answer);
    });

    [Fact]
    public void Stop_Probe_RefusesWhatComesLater() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();

        await probe.Ref.StopAsync();
        probe.Ref.Tell(new Letter("late"));

        Assert.False(probe.Ref.TryTell(new Letter("later")));
        Assert.Equal(new Letter("late"), Assert.Single(host.DeadLetters).Message);
        Assert.DoesNotContain(host.Logs, line => line.EventId.Id == 1004);
    });

    [Fact]
    public void RunAsync_Probe_Fails() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await probe.Ref.RunAsync(_ => { }));
    });

    [Fact]
    public void ExpectTerminated_Stopped_TellsWhy() => Simulate(async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        AccountRef account = host.System.Spawn(Account.Props(1).WithSupervision(Supervision.Stop), "alice");

        var failure = await Assert.ThrowsAsync<ExpectationFailedException>(() => probe.ExpectTerminatedAsync(account));
        Assert.Equal("Account '/alice' was expected to stop, and is Started: Account '/alice' (idle, 0 waiting).", failure.Message);

        account.Tell(new Account.Messages.Fail("planted"));
        Terminated terminated = await probe.ExpectTerminatedAsync(account);
        Assert.Equal("planted", terminated.Failure?.Message);
    });

    private static void Simulate(Func<SimulationHost, Task> test) => Simulation.Explore(seeds: 10, test, Impatient);
}
