// What is no constant is the compiler's error, and the only one.
namespace Jobs;

public static class Defaults
{
    public static readonly int Capacity = 10;

    public static double Jitter => 0.5;
}

[Actor(MailboxCapacity = {|CS0182:Defaults.Capacity|}, WhenFull = MailboxPolicy.DropNewest)]
public sealed partial class Queue
{
    private int _items;

    [Handles] int Enqueue(string item) => _items += item.Length;
}

[Actor(OnFailure = FailureAction.Restart, BackoffJitter = {|CS0182:Defaults.Jitter|})]
public sealed partial class Retrier
{
    private int _tries;

    [Handles] int Try() => ++_tries;
}
