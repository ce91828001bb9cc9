namespace Orders;

public sealed record Login(string Password);

[Actor]
public sealed partial class Session(string user)
{
    private readonly string _user = user;

    [Behavior(Initial = true)]
    private sealed partial class LoggedOut(Session session, int {|COERCE0114:attempts|})
    {
        [Handles] bool On(Login message)
        {
            if (message.Password.Length < attempts) return false;
            session.Become(new LoggedIn(session));
            return true;
        }
    }

    [Behavior]
    private sealed partial class LoggedIn(Session session)
    {
        [Handles] bool On(Login message) => message.Password == session._user;
    }
}
