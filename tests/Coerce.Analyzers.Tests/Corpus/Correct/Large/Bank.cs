using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace LargeBank;

public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money operator +(Money left, Money right) => left with { Amount = left.Amount + right.Amount };

    public static Money operator -(Money left, Money right) => left with { Amount = left.Amount - right.Amount };

    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    public override string ToString() => $"{Amount:N2} {Currency}";
}

public readonly record struct AccountNumber(long Value);

public enum Outcome
{
    Done,
    InsufficientFunds,
    UnknownAccount,
    Frozen,
    LimitReached,
}

public abstract record Movement(DateTimeOffset At, Money Amount);
public sealed record Credit(DateTimeOffset At, Money Amount, string From) : Movement(At, Amount);
public sealed record Debit(DateTimeOffset At, Money Amount, string To) : Movement(At, Amount);
public sealed record Fee(DateTimeOffset At, Money Amount) : Movement(At, Amount);

public sealed record Deposit(Money Amount, string From);
public sealed record Withdraw(Money Amount, string To);
public sealed record Freeze(string Reason);
public sealed record Thaw;
public sealed record Statement(AccountNumber Account, Money Balance, ImmutableArray<Movement> Movements);
public sealed record TransferOrder(Guid Id, AccountNumber From, AccountNumber To, Money Amount);
public sealed record TransferResult(Guid Id, Outcome Outcome, Money? Balance = null);
public sealed record AccountOpened(AccountNumber Number, string Owner);
public sealed record LimitExceeded(AccountNumber Number, Money Amount);

public interface IFees
{
    Money For(Movement movement);
}

public interface IAccountStore
{
    Task<ImmutableArray<Movement>> LoadAsync(AccountNumber number, CancellationToken cancellationToken);

    Task AppendAsync(AccountNumber number, Movement movement, CancellationToken cancellationToken);
}

[Actor("large.bank.account", OnFailure = FailureAction.Restart, MaxRestarts = 3, MailboxCapacity = 500)]
[Entity(IdleSeconds = 600, MaxLive = 100_000)]
public sealed partial class Account(
    [EntityKey] AccountNumber number,
    [FromServices] IAccountStore store,
    [FromServices] IFees fees,
    ActorContext<AccountRef> context)
{
    private readonly List<Movement> _movements = [];
    private Money _balance = new(0, "EUR");
    private string? _frozen;

    [OnStart]
    async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (Movement movement in await store.LoadAsync(number, cancellationToken)) Apply(movement);
    }

    [Handles]
    async Task<Outcome> On(Deposit message, CancellationToken cancellationToken)
    {
        if (_frozen is not null) return Outcome.Frozen;
        await RecordAsync(new Credit(context.Clock.GetUtcNow(), message.Amount, message.From), cancellationToken);
        return Outcome.Done;
    }

    [Handles]
    async Task<Outcome> On(Withdraw message, CancellationToken cancellationToken)
    {
        if (_frozen is not null) return Outcome.Frozen;
        if (_balance < message.Amount) return Outcome.InsufficientFunds;
        if (message.Amount.Amount > 10_000)
        {
            context.System.Topic<LimitExceeded>("limits").Publish(new LimitExceeded(number, message.Amount));
            return Outcome.LimitReached;
        }

        await RecordAsync(new Debit(context.Clock.GetUtcNow(), message.Amount, message.To), cancellationToken);
        return Outcome.Done;
    }

    [Handles] void On(Freeze message) => _frozen = message.Reason;

    [Handles] void On(Thaw message) => _frozen = null;

    [Handles] Money Balance() => _balance;

    [Handles] Statement Print(int last = 10) => new(number, _balance, [.. _movements.TakeLast(last)]);

    [Handles]
    async IAsyncEnumerable<Movement> History(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (Movement movement in _movements.Where(movement => movement.At >= since).ToImmutableArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return movement;
        }
    }

    private async Task RecordAsync(Movement movement, CancellationToken cancellationToken)
    {
        await store.AppendAsync(number, movement, cancellationToken);
        Apply(movement);
        Money fee = fees.For(movement);
        if (fee.Amount == 0) return;

        var charged = new Fee(movement.At, fee);
        await store.AppendAsync(number, charged, cancellationToken);
        Apply(charged);
    }

    private void Apply(Movement movement)
    {
        _movements.Add(movement);
        _balance = movement switch
        {
            Credit credit => _balance + credit.Amount,
            Debit debit => _balance - debit.Amount,
            Fee fee => _balance - fee.Amount,
            _ => _balance,
        };
    }
}

[Actor("large.bank.transfers", OnFailure = FailureAction.Resume)]
public sealed partial class Transfers(IEntities<AccountRef> accounts)
{
    private readonly Dictionary<Guid, TransferResult> _done = [];

    [Handles]
    async Task<TransferResult> On(TransferOrder message, CancellationToken cancellationToken)
    {
        if (_done.TryGetValue(message.Id, out TransferResult? before)) return before;

        AccountRef from = accounts.Get(message.From);
        AccountRef to = accounts.Get(message.To);
        Outcome outcome = await from.AskAsync(new Withdraw(message.Amount, $"{message.To.Value}"), cancellationToken);
        if (outcome == Outcome.Done)
        {
            outcome = await to.AskAsync(new Deposit(message.Amount, $"{message.From.Value}"), cancellationToken);
            if (outcome != Outcome.Done) await from.AskAsync(new Deposit(message.Amount, "returned"), cancellationToken);
        }

        Money balance = await from.BalanceAsync(cancellationToken);
        return _done[message.Id] = new TransferResult(message.Id, outcome, balance);
    }

    [Handles] int CountDone() => _done.Count;
}

[Actor("large.bank.registry")]
public sealed partial class Registry(ActorContext<RegistryRef> context)
{
    private readonly Dictionary<string, AccountNumber> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private long _next = 1_000;

    [Handles]
    AccountNumber Open(string owner)
    {
        if (_accounts.TryGetValue(owner, out AccountNumber number)) return number;
        number = new AccountNumber(_next++);
        _accounts[owner] = number;
        context.System.Topic<AccountOpened>("accounts").Publish(new AccountOpened(number, owner));
        return number;
    }

    [Handles] AccountNumber? Find(string owner) => _accounts.TryGetValue(owner, out AccountNumber number) ? number : null;

    [Handles] ImmutableArray<string> Owners() => [.. _accounts.Keys.Order(StringComparer.Ordinal)];
}

[Actor("large.bank.compliance", MailboxCapacity = 100, WhenFull = MailboxPolicy.DropOldest)]
public sealed partial class Compliance(IEntities<AccountRef> accounts, ActorContext<ComplianceRef> context)
{
    private readonly Dictionary<AccountNumber, int> _warnings = [];

    [Handles, Subscribes("limits")]
    void On(LimitExceeded message)
    {
        int warnings = _warnings[message.Number] = _warnings.GetValueOrDefault(message.Number) + 1;
        if (context.Logger.IsEnabled(LogLevel.Warning)) context.Logger.LogWarning("{Number}: {Amount}", message.Number, message.Amount);
        if (warnings > 3) accounts.Get(message.Number).Tell(new Freeze("limits"));
    }

    [Handles, Subscribes("accounts")] void On(AccountOpened message) => _warnings[message.Number] = 0;

    [Handles] int Warnings(AccountNumber number) => _warnings.GetValueOrDefault(number);

    [Handles]
    void Forgive(AccountNumber number)
    {
        if (_warnings.Remove(number)) accounts.Get(number).Tell(new Thaw());
    }
}

[Actor("large.bank.night")]
public sealed partial class NightRun(RegistryRef registry, IEntities<AccountRef> accounts, ActorContext<NightRunRef> context)
{
    private ActorTimer? _timer;
    private Money _total = new(0, "EUR");

    [OnStart]
    void Started() => _timer = context.Self.Schedule(new Messages.Sum(), TimeSpan.FromHours(1), TimeSpan.FromHours(24));

    [Handles]
    async Task Sum(CancellationToken cancellationToken)
    {
        Money total = new(0, "EUR");
        foreach (string owner in await registry.OwnersAsync(cancellationToken))
        {
            if (await registry.FindAsync(owner, cancellationToken) is { } number)
            {
                total += await accounts.Get(number).BalanceAsync(cancellationToken);
            }
        }

        _total = total;
    }

    [Handles] Money Total() => _total;

    [OnStop] void Stopped() => _timer?.Dispose();
}

[Actor("large.bank.standing", OnFailure = FailureAction.Resume)]
public sealed partial class StandingOrder(TransferOrder order, TimeSpan every, TransfersRef transfers, ActorContext<StandingOrderRef> context)
{
    private int _executed;

    [OnStart] void Started() => context.Self.Schedule(new Messages.Execute(), every, every);

    [Handles]
    async Task Execute(CancellationToken cancellationToken)
    {
        TransferResult result = await transfers.AskAsync(order with { Id = Guid.NewGuid() }, cancellationToken);
        if (result.Outcome == Outcome.Done) _executed++;
        else if (result.Outcome == Outcome.UnknownAccount) context.Stop();
    }

    [Handles] int CountExecuted() => _executed;
}

public sealed class BankClient(ActorSystem system)
{
    private readonly RegistryRef _registry = system.Spawn(Registry.Props(), "registry");
    private readonly TransfersRef _transfers = system.Spawn(Transfers.Props(system.Entities<AccountRef>()), "transfers");
    private readonly ComplianceRef _compliance = system.Spawn(Compliance.Props(system.Entities<AccountRef>()), "compliance");

    public async Task<TransferResult> TransferAsync(string from, string to, decimal amount, CancellationToken cancellationToken = default)
    {
        AccountNumber? source = await _registry.FindAsync(from, cancellationToken);
        AccountNumber? target = await _registry.FindAsync(to, cancellationToken);
        Guid id = Guid.NewGuid();
        return source is { } first && target is { } second
            ? await _transfers.AskAsync(new TransferOrder(id, first, second, new Money(amount, "EUR")), cancellationToken)
            : new TransferResult(id, Outcome.UnknownAccount);
    }

    public async Task<Money> TotalAsync()
    {
        NightRunRef night = system.Spawn(NightRun.Props(_registry, system.Entities<AccountRef>()));
        await night.SumAsync();
        return await night.TotalAsync();
    }

    public async Task<int> WarnAsync(string owner)
    {
        AccountNumber number = await _registry.OpenAsync(owner);
        await _compliance.ForgiveAsync(number);
        return await _compliance.WarningsAsync(number);
    }

    public async Task<string> PrintAsync(string owner)
    {
        AccountNumber number = await _registry.OpenAsync(owner);
        AccountRef account = system.Entity<AccountRef>(number);
        Statement statement = await account.PrintAsync(last: 5);
        await foreach (Movement movement in account.HistoryAsync(DateTimeOffset.UnixEpoch))
        {
            Console.WriteLine($"{movement.At:O} {movement.Amount} {Describe(movement)}");
        }

        return $"{statement.Account.Value}: {statement.Balance} in {statement.Movements.Length}";
    }

    private static string Describe(Movement movement) => movement switch
    {
        Credit { From: "returned" } => "returned",
        Credit { From: var from } => $"from {from}",
        Debit { To: var to } => $"to {to}",
        Fee => "fee",
        _ => throw new ArgumentOutOfRangeException(nameof(movement)),
    };
}
