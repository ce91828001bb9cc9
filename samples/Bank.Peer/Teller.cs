using Coerce;
using Coerce.Dispatch;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Bank.Peer;

/// <summary>Answers envelopes from outside with what an account replies.</summary>
internal sealed class Teller
{
    // Names come from outside, and an answer must not become too large to be sent by quoting one.
    private const int LongestProblem = 300;

    private readonly Dictionary<string, Func<WireEnvelope, Task<WireEnvelope>>> _messages = [];
    private readonly ContractTable _contracts;
    private readonly string _path;

    public Teller(ContractTable contracts, AccountRef account)
    {
        _contracts = contracts;
        _path = account.Path;
        Take<Deposit, decimal>(account);
        Take<Withdraw, WithdrawReply>(account);
        Take<Account.Messages.GetBalance, decimal>(account);
    }

    /// <summary>The answer to an envelope: the reply, or what is wrong with the question. No bytes are too bad for one.</summary>
    public async Task<WireEnvelope> AnswerAsync(byte[] bytes)
    {
        WireEnvelope? question = null;
        try
        {
            question = WireEnvelope.Contract.Read(bytes);
            return Problem(question) is { } problem ? Failure(question, problem) : await _messages[question.Message](question);
        }
        catch (Exception failure)
        {
            return Failure(question, failure.Message);
        }
    }

    /// <summary>The account takes these messages, and their names on the wire are known to their contracts alone.</summary>
    private void Take<TMessage, TReply>(IAsk<TMessage, TReply> account)
        where TMessage : notnull
        where TReply : notnull
    {
        Contract<TMessage> messages = _contracts.Of<TMessage>();
        Contract<TReply> replies = _contracts.Of<TReply>();
        _messages.Add(messages.Name, async question =>
        {
            TReply reply = await account.AskAsync(messages.Read(question.Payload.Span));
            return Answer(question, WireKind.Reply, replies.Name, replies.ToBytes(reply));
        });
    }

    private string? Problem(WireEnvelope question)
        => question.Kind != WireKind.Ask ? $"The envelope is of kind {question.Kind}; only an ask has an answer."
            : question.Target is { } target && target.Path != _path ? $"There is no actor {target.Path} here; there is {_path}."
            : !_messages.ContainsKey(question.Message) ? $"The account takes no {question.Message}; it takes {string.Join(", ", _messages.Keys)}."
            : null;

    private static WireEnvelope Failure(WireEnvelope? question, string problem)
    {
        var text = new StringValue { Value = problem.Length <= LongestProblem ? problem : problem[..LongestProblem] + " …" };
        return Answer(question, WireKind.Failure, StringValue.Descriptor.FullName, text.ToByteArray());
    }

    private static WireEnvelope Answer(WireEnvelope? question, WireKind kind, string message, byte[] payload) => new()
    {
        Kind = kind,
        Message = message,
        Payload = payload,
        Id = Guid.NewGuid(),
        Correlation = question?.Id,
    };
}
