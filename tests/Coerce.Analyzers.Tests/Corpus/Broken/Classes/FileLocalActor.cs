namespace Imports;

file sealed record Row(string Text);

[Actor]
file sealed partial class {|COERCE0002:RowCounter|}
{
    private int _rows;

    [Handles]
    int On(Row message)
    {
        if (message.Text.Length > 0) _rows++;
        return _rows;
    }
}

public static class Importer
{
    public static int Prepare() => new Row("").Text.Length;
}
