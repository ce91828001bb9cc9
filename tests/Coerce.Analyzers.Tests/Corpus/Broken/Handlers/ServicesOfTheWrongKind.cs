namespace Options;

public interface IPrinter
{
    void Print(ReadOnlySpan<char> text);
}

[Actor]
public sealed partial class Poster([FromServices] IPrinter printer)
{
    private int _posted;

    [Handles] int Post(string text, [FromServices] ref IPrinter {|COERCE0003:other|}) => ++_posted;

    [Handles] int On(string message, [FromServices] Span<char> {|COERCE0003:buffer|}) => message.Length;

    [Handles]
    void Print(string text, [FromServices] IPrinter other)
    {
        printer.Print(text);
        other.Print(text);
    }
}

public static class Use
{
    public static async Task RunAsync(PosterRef poster) => await poster.PrintAsync("x");
}
