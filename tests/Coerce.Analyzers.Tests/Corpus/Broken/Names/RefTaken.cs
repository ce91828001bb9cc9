namespace Trees;

// An interface of the old code base.
public interface {|COERCE0008:NurseryRef|}
{
    int Count { get; }
}

[Actor]
public sealed partial class Nursery
{
    private int _count;

    [Handles] int Sow(int count) => _count += count;
}

public sealed class Gardener(NurseryRef nursery)
{
    public int Count => nursery.Count;
}
