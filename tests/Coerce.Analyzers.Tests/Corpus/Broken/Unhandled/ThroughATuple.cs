namespace Old;

[Actor]
public sealed partial class Table
{
    private int _cells;

    [Handles] void On((int Row, int Column) message) => _cells += message.Row * message.Column;

    [Handles] void Fill(int row, int column, string text) => _cells += row + column + text.Length;
}

public static class Use
{
    public static async Task RunAsync(TableRef table)
    {
        table.Tell((Row: 1, Column: 2));
        {|COERCE0101:table.Tell((1, 2, 3))|};
        {|COERCE0101:table.Tell((1, "2"))|};
        await table.FillAsync(1, 2, "three");
        await table.{|CS7036:FillAsync|}(1, 2);
        await table.FillAsync(1, {|CS1503:"two"|}, "three");
    }
}
