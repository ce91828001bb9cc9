namespace Coerce.Savina.BankTransaction;

/// <summary>A teller has accounts transfer money to each other.</summary>
public sealed record BankTransactionProgram(int Accounts = 1_000, int Transfers = 50_000) : SavinaProgram
{
    /// <summary>The most that one transfer moves, in cents.</summary>
    public const int MostAtOnce = 100_000;

    public override string Name => "bank-transaction";

    public override string Size => $"{Accounts:N0} accounts, {Transfers:N0} transfers";

    public override SavinaProgram Times(double scale) => this with { Transfers = Scaled(Transfers, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        // Enough for every transfer to come from one account.
        long balance = (long)MostAtOnce * Transfers;
        TellerRef teller = system.Spawn(Teller.Props(Accounts, Transfers, balance), "teller");

        BankReport report = await teller.BeginAsync(cancellationToken);

        Invariant.Equal(balance * Accounts, report.Balances.Sum(), "the money in the bank, in cents");
        for (int account = 0; account < Accounts; account++)
            Invariant.Equal(report.Expected[account], report.Balances[account], $"the balance of account {account}, in cents");

        long transfers = Transfers, deposits = Transfers, notices = Transfers, questions = Accounts;
        return new Outcome(1 + transfers + deposits + notices + questions);
    }
}
