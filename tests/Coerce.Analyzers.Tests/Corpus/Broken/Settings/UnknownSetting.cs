namespace Jobs;

[Actor({|CS0246:Mailbox|} = 10)]
public sealed partial class Funnel
{
    private int _poured;

    [Handles] int Pour(int litres) => _poured += litres;
}

[Actor(OnFailure = FailureAction.{|CS0117:Retry|})]
public sealed partial class Jug
{
    private int _poured;

    [Handles] int Pour(int litres) => _poured += litres;
}

public static class Use
{
    public static async Task<int> RunAsync(FunnelRef funnel, JugRef jug) => await funnel.PourAsync(1) + await jug.PourAsync(2);
}
