namespace Trees;

public interface IVisitor<in T>
{
    void Visit(T value);
}

[Actor]
public sealed partial class Leaf<T>(T value)
    where T : IComparable<T>
{
    [Handles] bool Contains(T other) => value.CompareTo(other) == 0;

    [Handles] (LeafRef<T> Self, T Value) Describe(ActorContext<LeafRef<T>> context) => (context.Self, value);
}

[Actor]
public sealed partial class Branch<T>(ActorContext<BranchRef<T>> context, params IReadOnlyList<T> values)
    where T : IComparable<T>
{
    private readonly List<LeafRef<T>> _leaves = [];
    private BranchRef<T>? _right;

    [OnStart]
    void Grow()
    {
        foreach (T value in values.Take(2)) _leaves.Add(context.Spawn(Leaf<T>.Props(value)));
        if (values.Count > 2) _right = context.Spawn(Props([.. values.Skip(2)]));
    }

    [Handles]
    async Task<bool> Contains(T other)
    {
        foreach (LeafRef<T> leaf in _leaves)
        {
            if (await leaf.ContainsAsync(other)) return true;
        }

        return _right is not null && await _right.ContainsAsync(other);
    }
}

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system)
    {
        BranchRef<string> words = system.Spawn(Branch<string>.Props(["a", "b", "c"]));
        BranchRef<int> numbers = system.Spawn(Branch<int>.Props([1, 2, 3]));
        return await words.ContainsAsync("b") && await numbers.ContainsAsync(4);
    }
}
