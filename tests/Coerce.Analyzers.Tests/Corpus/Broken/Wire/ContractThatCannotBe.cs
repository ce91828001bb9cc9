namespace Stored;

[Contract]
public sealed record {|COERCE0401:Job|}(string Name, Func<int> Work);

[Contract]
public abstract record {|COERCE0401:Shape|};

[Contract]
public sealed class {|COERCE0401:Counter|}(int start)
{
    private int _now = start;

    public int Now => _now++;
}

[Contract]
public sealed record Note(string Text);
