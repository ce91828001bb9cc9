namespace Inheritance;

public interface ICounted
{
    int Count { get; }

    string Describe() => $"{Count}";
}

public abstract class Counting<T> : ICounted
{
    private int _count;

    int ICounted.Count => _count;

    protected int Add(int by) => _count += by;

    protected abstract T Convert(int count);
}

public readonly record struct Add(int Value);

[Actor]
public sealed partial class Counter : Counting<string>, IEquatable<Counter>, IDisposable
{
    private bool _disposed;

    [Handles] string On(Add message) => Convert(Add(message.Value));

    [Handles] string Tell2() => ((ICounted)this).Describe();

    protected override string Convert(int count) => $"{count}";

    public bool Equals(Counter? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => Equals(obj as Counter);

    public override int GetHashCode() => 1;

    public override string ToString() => $"counter {_disposed}";

    public void Dispose() => _disposed = true;

    [OnStop] void Stopped() => Dispose();
}

public static class Use
{
    public static async Task<string> RunAsync(CounterRef counter) => await counter.AskAsync(new Add(1)) + await counter.Tell2Async();
}
