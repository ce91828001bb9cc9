using System.Collections.Immutable;

namespace Inner;

[Actor]
public sealed partial class Lamp
{
    public readonly record struct Switch(bool On);

    public abstract record Query
    {
        public sealed record Colour : Query;

        public sealed record Brightness(int Scale) : Query;
    }

    public const int Most = 100;

    public static readonly TimeSpan Fade = TimeSpan.FromSeconds(1);

    private static readonly ImmutableArray<string> Colours = ["red", "green"];

    private bool _on;

    [Handles] bool On(Switch message) => _on = message.On;

    [Handles] string On(Query.Colour message) => Colours[_on ? 0 : 1];

    [Handles] int On(Query.Brightness message) => _on ? Most * message.Scale : 0;
}

public static class Use
{
    public static async Task<string> RunAsync(LampRef lamp)
    {
        bool on = await lamp.AskAsync(new Lamp.Switch(true));
        int brightness = await lamp.AskAsync(new Lamp.Query.Brightness(Lamp.Most));
        return await lamp.AskAsync(new Lamp.Query.Colour()) + brightness + on + Lamp.Fade;
    }
}
