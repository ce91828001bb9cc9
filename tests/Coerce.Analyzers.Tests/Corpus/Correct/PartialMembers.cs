namespace Halves;

[Actor]
public sealed partial class Halved(int start)
{
    private partial int Count { get; set; }

    private partial int this[int index] { get; }

    private partial event Action? Counted;

    [Handles] internal partial Task<int> CountUp(int by, CancellationToken cancellationToken = default);

    [Handles] private partial void Clear();

    partial void Notify();
}
// ---- file Halved.Second.cs ----
namespace Halves;

partial class Halved
{
    private int _count = start;

    private partial int Count
    {
        get => _count;
        set => _count = value;
    }

    private partial int this[int index] => _count + index;

    private partial event Action? Counted
    {
        add => Count += value is null ? 0 : 1;
        remove => Count--;
    }

    internal async partial Task<int> CountUp(int by, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        Notify();
        Counted += Clear;
        return Count += this[by];
    }

    private partial void Clear() => Count = 0;
}
