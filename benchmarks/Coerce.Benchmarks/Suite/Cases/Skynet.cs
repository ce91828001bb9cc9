namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>A node of the tree: sums up a range of numbers by ten children, a tenth each.</summary>
[Actor]
internal sealed partial class Node
{
    public const int Children = 10;

    [Handles]
    async ValueTask<long> Sum(long first, int leaves, ActorContext<NodeRef> context)
    {
        if (leaves == 1) return first;

        var parts = new ValueTask<long>[Children];
        int each = leaves / Children;
        for (int i = 0; i < Children; i++) parts[i] = context.Spawn(Props()).SumAsync(first + (i * each), each);

        long sum = 0;
        foreach (ValueTask<long> part in parts) sum += await part;
        return sum;
    }
}

/// <summary>A tree of actors, ten children each, with 1,000,000 leaves whose numbers are summed up, against the same tree of tasks.</summary>
internal static class Skynet
{
    public static SuiteCase Case { get; } = new(
        "skynet", new Goal { Ratio = 1.5 }, scale => new Actors(scale.Of(1_000_000)), scale => new Tasks(scale.Of(1_000_000)));

    private static long SumTo(long count) => count * (count - 1) / 2;

    private sealed class Actors(int leaves) : ActorSide(leaves)
    {
        private long _sum;

        public override ValueTask VerifyAsync() => Expect(SumTo(Operations), _sum, "sum");

        protected override async Task RunAsync() => _sum = await System.Spawn(Node.Props()).SumAsync(0, leaves);
    }

    private sealed class Tasks(int leaves) : Side(leaves)
    {
        private long _sum;

        public override ValueTask VerifyAsync() => Expect(SumTo(Operations), _sum, "sum");

        protected override async Task RunAsync() => _sum = await Task.Run(() => SumAsync(0, leaves));

        private static async Task<long> SumAsync(long first, int leaves)
        {
            if (leaves == 1) return first;

            var parts = new Task<long>[Node.Children];
            int each = leaves / Node.Children;
            for (int i = 0; i < Node.Children; i++)
            {
                long start = first + (i * each);
                parts[i] = Task.Run(() => SumAsync(start, each));
            }

            long sum = 0;
            foreach (Task<long> part in parts) sum += await part;
            return sum;
        }
    }
}
