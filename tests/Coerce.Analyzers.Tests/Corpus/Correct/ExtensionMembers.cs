namespace Extending;

public sealed record Ping(int Number);

[Actor]
public sealed partial class Server
{
    private int _pings;

    [Handles] int On(Ping message) => _pings += message.Number;
}

public static class ServerExtensions
{
    extension(ServerRef server)
    {
        public string Address => $"server:{server.Path}";

        public ValueTask<int> PingAsync(int number) => server.AskAsync(new Ping(number));
    }

    extension(Server)
    {
        public static string Version => "1";
    }

    public static async Task<int> PingTwiceAsync(this IAsk<Ping, int> server) => await server.AskAsync(new Ping(1)) + await server.AskAsync(new Ping(2));
}

public static class Use
{
    public static async Task<string> RunAsync(ServerRef server) => server.Address + Server.Version + await server.PingAsync(1) + await server.PingTwiceAsync();
}
