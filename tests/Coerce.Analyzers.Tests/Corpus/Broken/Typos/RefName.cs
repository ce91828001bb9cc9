namespace Bank;

public sealed record Transfer(decimal Amount);

[Actor]
public sealed partial class Account
{
    private decimal _balance;

    [Handles] decimal On(Transfer message) => _balance += message.Amount;

    [Handles] void Join({|CS0246:AcountRef|} other) => other.Tell(new Transfer(_balance));

    [OnStart] void Started(ActorContext<{|CS0246:AcconutRef|}> context) => context.Stop();
}

public sealed class Branch({|CS0246:AccountsRef|} account)
{
    private readonly List<{|CS0246:AccountRf|}> _all = [account];

    public int Count => _all.Count;
}
