namespace Formats;

public interface IFormat
{
    string Format(int number);
}

[Actor]
public sealed partial class Formatter : IFormat
{
    private int _formatted;

    [Handles] string IFormat.{|COERCE0003:Format|}(int number) => $"{number:N0} ({++_formatted})";

    [Handles] int CountFormatted() => _formatted;
}

public static class Use
{
    public static async Task<int> RunAsync(FormatterRef formatter) => await formatter.CountFormattedAsync();
}
