namespace News;

public static class Topics
{
    public const string Own = "$own";
    public const string Empty = "";
}

[Actor]
public sealed partial class Listener
{
    private int _heard;

    [Handles, {|COERCE0032:Subscribes(Topics.Empty)|}] void On(string message) => _heard += message.Length;

    [Handles, {|COERCE0032:Subscribes(Topics.Own)|}, Subscribes("numbers")] void On(int message) => _heard += message;

    [Handles, {|COERCE0032:Subscribes("$" + "other")|}] void On(double message) => _heard += (int)message;
}
