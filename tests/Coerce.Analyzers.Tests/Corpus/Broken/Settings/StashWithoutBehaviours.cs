namespace Jobs;

[Actor({|COERCE0010:StashCapacity = 100|})]
public sealed partial class Inbox
{
    private int _mails;

    [Handles] int Receive(string mail) => _mails += mail.Length;
}

[Actor({|COERCE0010:StashCapacity = -5|})]
public sealed partial class Outbox
{
    [Behavior(Initial = true), Stashes(typeof(string))]
    private sealed partial class Offline(Outbox outbox)
    {
        [Handles] void Connect() => outbox.Become(new Online());
    }

    [Behavior]
    private sealed partial class Online
    {
        [Handles] void Connect() { }

        [Handles] void On(string mail) => Console.WriteLine(mail);
    }
}
