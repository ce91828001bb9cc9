namespace Handing;

public sealed record Page(int Number, [Transfers] byte[] Pixels);

[Actor]
public sealed partial class Painter
{
    private int _painted;

    [Handles] void On(Page message) => _painted += message.Pixels.Length;

    [Handles]
    int Largest([Transfers] List<int> numbers)
    {
        numbers.Sort();
        return numbers[^1] + _painted;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(PainterRef painter, List<int> numbers)
    {
        byte[] pixels = new byte[100];
        painter.Tell(new Page(1, pixels));
        {|COERCE0206:pixels|}[0] = 1;
        ValueTask<int> largest = painter.LargestAsync(numbers);
        {|COERCE0206:numbers|}.Add(1);
        return await largest;
    }
}
