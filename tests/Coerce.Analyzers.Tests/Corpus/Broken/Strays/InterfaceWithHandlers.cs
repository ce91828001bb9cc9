namespace Chat;

public sealed record Ping(int Number);

public interface IPinged
{
    [Handles] int {|COERCE0005:On|}(Ping message);
}

[Actor]
public sealed partial class Pinged : IPinged
{
    [Handles] public int On(Ping message) => message.Number + 1;
}

public static class Use
{
    public static async Task<int> RunAsync(PingedRef pinged) => await pinged.AskAsync(new Ping(1));
}
