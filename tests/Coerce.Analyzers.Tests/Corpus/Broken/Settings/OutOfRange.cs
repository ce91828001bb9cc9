namespace Jobs;

[Actor(
    OnFailure = FailureAction.Restart,
    {|COERCE0010:MaxRestarts = -1|},
    {|COERCE0010:RestartWindowMilliseconds = 0|},
    {|COERCE0010:BackoffJitter = 20|},
    {|COERCE0010:MailboxCapacity = -10|})]
public sealed partial class Printer
{
    private int _pages;

    [Handles] int Print(int pages) => _pages += pages;
}

[Actor({|COERCE0010:OnFailure = (FailureAction)9|}, MailboxCapacity = 3, {|COERCE0010:WhenFull = (MailboxPolicy)(-1)|})]
public sealed partial class Scanner
{
    private int _pages;

    [Handles] int Scan() => ++_pages;
}
