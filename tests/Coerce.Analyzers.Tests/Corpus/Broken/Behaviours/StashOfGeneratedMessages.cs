namespace Orders;

[Actor]
public sealed partial class Connection
{
    [Behavior(Initial = true), Stashes(typeof(Messages.Send), {|COERCE0115:typeof(Connection.Messages.Connect)|})]
    private sealed partial class Waiting(Connection connection)
    {
        [Handles] void Connect(string host) => connection.Become(new Ready(host));
    }

    [Behavior, Stashes({|COERCE0115:typeof(Other.Messages.Send)|})]
    private sealed partial class Ready(string host)
    {
        [Handles] void Connect(string host) { }

        [Handles] int Send(string text) => host.Length + text.Length;
    }
}

[Actor]
public sealed partial class Other
{
    private int _sent;

    [Handles] void Send(string text) => _sent += text.Length;
}
