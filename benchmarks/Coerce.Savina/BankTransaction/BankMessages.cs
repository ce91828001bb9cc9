using System.Collections.Immutable;

namespace Coerce.Savina.BankTransaction;

/// <summary>To the account that pays, in cents.</summary>
public readonly record struct Transfer(int Number, AccountRef To, long Amount);

/// <summary>From the account that pays to the one that is paid.</summary>
public readonly record struct Deposit(long Amount);

/// <summary>To the teller: the money has arrived.</summary>
public readonly record struct Transferred(int Number);

/// <summary>The balances, in the order of the accounts, and what they are by the teller's own books.</summary>
public sealed record BankReport(ImmutableArray<long> Balances, ImmutableArray<long> Expected);
