namespace Trees;

[Actor]
public sealed partial class Node(int depth, ActorContext<NodeRef> context)
{
    private readonly List<NodeRef> _children = [];

    [OnStart]
    async Task Grow()
    {
        for (int i = 0; i < depth; i++)
        {
            _children.Add(await context.SpawnAsync(Props(depth - 1), $"child-{i}"));
        }
    }

    [Handles]
    async Task<int> Count()
    {
        int sum = 1;
        foreach (NodeRef child in _children) sum += await child.CountAsync();
        return sum;
    }

    [Handles] string Where() => $"{context.Path} under {context.Parent?.Id ?? "nobody"} with {context.Children.Count}";
}
