using System.Diagnostics;

[assembly: Intercept<Around.Counting>]

namespace Around;

public interface IChecked
{
    string? Problem { get; }
}

public sealed class Validation : TurnInterceptor
{
    public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
        => message is IChecked { Problem: { } problem } ? throw new ArgumentException(problem) : next.HandleAsync(message);
}

public sealed class Timing(TimeProvider clock) : TurnInterceptor
{
    private long _total;

    public override async ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
    {
        long start = clock.GetTimestamp();
        try
        {
            return await next.HandleAsync(message, turn.Scope);
        }
        finally
        {
            Interlocked.Add(ref _total, clock.GetElapsedTime(start).Ticks + (turn.IsAsk ? Stopwatch.Frequency : 0));
        }
    }
}

public sealed class Counting : SendInterceptor
{
    private int _sent;

    public override async ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next)
    {
        Interlocked.Increment(ref _sent);
        return await next.SendAsync(message, send.Scope);
    }

    public override bool Send<TMessage>(SendInfo send, TMessage message, TellNext<TMessage> next) => send.Verb == SendVerb.Tell && next.Send(message);
}

public sealed record Deposit(int Amount) : IChecked
{
    public string? Problem => Amount > 0 ? null : "Deposit more than nothing.";
}

[Actor, Intercept<Timing>]
[Intercept<Validation>]
public sealed partial class Account
{
    private int _balance;

    [Handles] int On(Deposit message) => _balance += message.Amount;

    [Handles] async IAsyncEnumerable<int> History()
    {
        await Task.Yield();
        yield return _balance;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(AccountRef account) => await account.AskAsync(new Deposit(1));
}
