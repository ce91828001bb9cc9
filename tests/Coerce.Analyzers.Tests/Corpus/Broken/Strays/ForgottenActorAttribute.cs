namespace Chat;

public sealed record Say(string Who, string Text);

public sealed partial class Room
{
    private readonly List<string> _lines = [];

    [OnStart] void {|COERCE0005:Opened|}() => _lines.Add("welcome");

    [Handles] void On(Say message) => _lines.Add($"{message.Who}: {message.Text}");

    [Handles] int CountLines() => _lines.Count;
}

public static class Lobby
{
    public static Room Enter() => new();
}
