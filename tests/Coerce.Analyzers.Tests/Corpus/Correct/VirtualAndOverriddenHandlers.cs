namespace Overriding;

public abstract class Template
{
    public abstract string Render(string text);

    protected virtual int Measure(string text) => text.Length;
}

[Actor]
public sealed partial class Html : Template
{
    private int _rendered;

    [Handles] public override string Render(string text) => $"<p>{text}</p>{++_rendered}";

    [Handles] protected override int Measure(string text) => base.Measure(text) + 7;
}

public static class Use
{
    public static async Task<int> RunAsync(HtmlRef html) => (await html.RenderAsync("x")).Length + await html.MeasureAsync("y");
}
