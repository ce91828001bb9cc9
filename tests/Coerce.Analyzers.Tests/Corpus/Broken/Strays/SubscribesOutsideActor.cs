namespace Chat;

public sealed record Posted(string Text);

public sealed class Statistics
{
    private int _posts;

    [Subscribes("posts")] void {|COERCE0005:On|}(Posted message) => _posts += message.Text.Length;

    public int Posts => _posts;
}

[Actor]
public sealed partial class Archive
{
    private int _posts;

    [Handles, Subscribes("posts")] void On(Posted message) => _posts++;

    [Handles] int CountPosts() => _posts;
}
