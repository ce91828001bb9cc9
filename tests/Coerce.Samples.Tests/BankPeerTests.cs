using Bank;
using Coerce.Dispatch;
using Google.Protobuf.WellKnownTypes;

namespace Coerce.Samples.Tests;

/// <summary>The program that answers for an account, with what a peer may send and with what none should.</summary>
public sealed class BankPeerTests : IAsyncDisposable
{
    private static readonly int MaxSize = ContractLimits.Default.MaxSize;

    private readonly ActorSystem _system = new("test", new ActorSystemOptions { Modules = { Modules.Bank.Instance } });

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task Peer_NoInput_EndsWithZero()
    {
        PeerProcess.Result run = await PeerProcess.RunAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Empty(run.Answers);
    }

    [Fact]
    public async Task Peer_Questions_AreAnsweredInOrder()
    {
        WireEnvelope[] questions =
        [
            Ask(new Deposit(12.50m)),
            Ask(new Withdraw(1000)),
            Ask(new Withdraw(50)),
            Balance() with { Target = new WireAddress("/alice", "bank.account") },
        ];

        PeerProcess.Result run = await PeerProcess.RunAsync(questions);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(questions.Select(question => (Guid?)question.Id), run.Answers.Select(answer => answer.Correlation));
        Assert.All(run.Answers, answer => Assert.Equal(WireKind.Reply, answer.Kind));
        Assert.Equal(112.50m, Reply<decimal>(run.Answers[0], "coerce.Decimal"));
        Assert.Equal(new WithdrawReply.InsufficientFunds(1000, 112.50m), Reply<WithdrawReply>(run.Answers[1], "bank.WithdrawReply"));
        Assert.Equal(new WithdrawReply.Accepted(62.50m), Reply<WithdrawReply>(run.Answers[2], "bank.WithdrawReply"));
        Assert.Equal(62.50m, Reply<decimal>(run.Answers[3], "coerce.Decimal"));
    }

    [Fact]
    public async Task Peer_UnknownMessage_IsAFailureThatSaysWhatIsTaken() => await AssertFailureAsync(
        Question("bank.CloseAccount", []),
        "The account takes no bank.CloseAccount; it takes bank.Deposit, bank.Withdraw, bank.Account.GetBalance.");

    [Fact]
    public async Task Peer_GarbagePayload_IsAFailureThatNamesTheMessage() =>
        await AssertFailureAsync(Question("bank.Deposit", [0xFF, 0xFF, 0xFF, 0xFF]), "bank.Deposit");

    [Fact]
    public async Task Peer_Tell_IsAFailure() =>
        await AssertFailureAsync(Ask(new Deposit(1)) with { Kind = WireKind.Tell }, "The envelope is of kind Tell; only an ask has an answer.");

    [Fact]
    public async Task Peer_AnotherTarget_IsAFailure() => await AssertFailureAsync(
        Ask(new Deposit(1)) with { Target = new WireAddress("/bob", "bank.account") },
        "There is no actor /bob here; there is /alice.");

    [Fact]
    public async Task Peer_MoreThanADecimalHolds_IsAFailure() =>
        await AssertFailureAsync(Ask(new Deposit(decimal.MaxValue)), "Value was either too large or too small for a Decimal.");

    [Fact]
    public async Task Peer_FrameAsLongAsTheLimit_IsAnsweredShortly()
    {
        WireEnvelope question = Question(new string('x', MaxSize - 100), []);
        question = question with { Message = question.Message + new string('x', MaxSize - WireEnvelope.Contract.Size(question)) };
        Assert.Equal(MaxSize, WireEnvelope.Contract.Size(question));

        Assert.InRange((await AssertFailureAsync(question, "The account takes no xxx")).Length, 1, 400);
    }

    [Theory]
    [InlineData]
    [InlineData((byte)0xFF, (byte)0xFF, (byte)0xFF)]
    [InlineData((byte)0x08, (byte)0x63)]
    public async Task Peer_FrameThatIsNoEnvelope_IsAFailureOfNoQuestion(params byte[] content)
    {
        PeerProcess.Result run = await PeerProcess.RunAsync([.. PeerProcess.Frame(content), .. PeerProcess.Frame(Balance())]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([WireKind.Failure, WireKind.Reply], run.Answers.Select(answer => answer.Kind));
        Assert.Null(run.Answers[0].Correlation);
        Assert.StartsWith("coerce.Envelope", StringValue.Parser.ParseFrom(run.Answers[0].Payload.Span).Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(20)]
    public async Task Peer_InputEndsWithinAFrame_EndsWithTwo(int bytes)
    {
        PeerProcess.Result run = await PeerProcess.RunAsync([.. PeerProcess.Frame(Balance()), .. PeerProcess.Frame(Balance()).Take(bytes)]);

        AssertRefused(run, "Bank.Peer: the input ended after ");
        Assert.Equal(WireKind.Reply, Assert.Single(run.Answers).Kind);
    }

    [Theory]
    [InlineData(4 * 1024 * 1024 + 1u)]
    [InlineData((uint)int.MaxValue)]
    [InlineData(uint.MaxValue)]
    public async Task Peer_FrameOverTheLimit_EndsWithTwo(uint length)
    {
        PeerProcess.Result run = await PeerProcess.RunAsync([.. PeerProcess.Header(length), 1, 2, 3]);

        AssertRefused(run, $"Bank.Peer: a frame of {length} bytes is more than the {MaxSize} that are taken.");
        Assert.Empty(run.Answers);
    }

    private static void AssertRefused(PeerProcess.Result run, string problem)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(problem, run.Error);
        Assert.Single(run.Error.TrimEnd('\r', '\n').Split('\n'));
    }

    // The account is asked afterwards: the program goes on.
    private async Task<string> AssertFailureAsync(WireEnvelope question, string problem)
    {
        PeerProcess.Result run = await PeerProcess.RunAsync(question, Balance());

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([WireKind.Failure, WireKind.Reply], run.Answers.Select(answer => answer.Kind));
        Assert.Equal(question.Id, run.Answers[0].Correlation);
        Assert.Equal("google.protobuf.StringValue", run.Answers[0].Message);
        Assert.Equal(100, Reply<decimal>(run.Answers[1], "coerce.Decimal"));
        string text = StringValue.Parser.ParseFrom(run.Answers[0].Payload.Span).Value;
        Assert.StartsWith(problem, text);
        return text;
    }

    private T Reply<T>(WireEnvelope answer, string message)
        where T : notnull
    {
        Assert.Equal(message, answer.Message);
        return _system.Contracts.Of<T>().Read(answer.Payload.Span);
    }

    private WireEnvelope Balance() => Ask(new Account.Messages.GetBalance());

    private WireEnvelope Ask<T>(T message)
        where T : notnull
    {
        Contract<T> contract = _system.Contracts.Of<T>();
        return Question(contract.Name, contract.ToBytes(message));
    }

    private static WireEnvelope Question(string message, byte[] payload) =>
        new() { Kind = WireKind.Ask, Message = message, Payload = payload, Id = Guid.NewGuid() };
}
