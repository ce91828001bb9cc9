namespace Bank;

[Actor]
public sealed partial class Loan(decimal amount, int years, string? purpose = null)
{
    [Handles] decimal Rate() => amount / years / (purpose?.Length ?? 1);
}

public static class Use
{
    public static LoanRef[] Run(ActorSystem system) =>
    [
        system.Spawn(Loan.Props(1_000m, 3)),
        system.Spawn(Loan.{|CS7036:Props|}(1_000m)),
        system.Spawn(Loan.Props(1_000m, {|CS1503:"3"|})),
        system.Spawn(Loan.Props(amount: 1, {|CS1739:year|}: 2)),
    ];
}
