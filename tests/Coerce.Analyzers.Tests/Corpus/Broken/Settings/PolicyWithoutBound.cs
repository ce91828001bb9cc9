namespace Jobs;

public static class Limits
{
    public const int None = 0;
}

[Actor({|COERCE0010:WhenFull = MailboxPolicy.DropOldest|})]
public sealed partial class Log
{
    private int _lines;

    [Handles] void Write(string line) => _lines += line.Length;
}

[Actor(MailboxCapacity = Limits.None, {|COERCE0010:WhenFull = MailboxPolicy.Fail|})]
public sealed partial class Trace
{
    private int _lines;

    [Handles] void Write(string line) => _lines += line.Length;
}
