namespace News;

public sealed record Posted(string Text);

[Actor]
public sealed partial class Board
{
    private const string? Prefix = "";
    private int _posts;

    [Handles, {|COERCE0032:Subscribes(Prefix + "")|}, {|COERCE0032:Subscribes($"${nameof(Board)}")|}]
    void On(Posted message) => _posts += message.Text.Length;

    [Handles, Subscribes("posts." + nameof(Board))] void On(string message) => _posts += message.Length;
}
