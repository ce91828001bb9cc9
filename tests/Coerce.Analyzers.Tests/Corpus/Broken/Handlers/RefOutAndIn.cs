namespace Parsing;

[Actor]
public sealed partial class Parser
{
    private int _parsed;

    [Handles] bool TryParse(string text, out int {|COERCE0003:number|})
    {
        _parsed++;
        return int.TryParse(text, out number);
    }

    [Handles] void Increase(ref int {|COERCE0003:counter|}) => counter += _parsed;

    [Handles] int Twice(in int number) => 2 * number;

    [Handles] int Half(ref readonly int {|COERCE0003:number|}) => number / 2;
}

public static class Use
{
    public static ValueTask<int> RunAsync(ParserRef parser) => parser.TwiceAsync(4);
}
