using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>What the hub tells every leaf once a round.</summary>
internal readonly record struct Pulse(Countdown Round);

/// <summary>Handles pulses.</summary>
[Actor]
internal sealed partial class Leaf
{
    private int _count;

    [Handles]
    void On(Pulse pulse)
    {
        _count++;
        pulse.Round.Signal();
    }

    [Handles] int GetCount() => _count;
}

/// <summary>Tells all leaves, waits until all have handled it, and begins again.</summary>
[Actor]
internal sealed partial class Hub(LeafRef[] leaves)
{
    [Handles]
    async Task Broadcast(int rounds)
    {
        for (int left = rounds; left > 0; left--)
        {
            var round = new Countdown(leaves.Length);
            foreach (LeafRef leaf in leaves) leaf.Tell(new Pulse(round));
            await round.Task;
        }
    }
}

/// <summary>One actor tells 10,000, round after round, against a channel and its loop for each.</summary>
internal static class FanOut
{
    private const int Leaves = 10_000;
    private const int Rounds = 100;

    public static SuiteCase Case { get; } = new(
        "fan-out", new Goal { Ratio = 0.5 }, scale => new Actors(scale.Of(Leaves)), scale => new Loops(scale.Of(Leaves)));

    private sealed class Actors : ActorSide
    {
        private readonly LeafRef[] _leaves;
        private readonly HubRef _hub;

        public Actors(int leaves)
            : base((long)leaves * Rounds)
        {
            _leaves = [.. Enumerable.Range(0, leaves).Select(_ => System.Spawn(Leaf.Props()))];
            _hub = System.Spawn(Hub.Props(_leaves));
        }

        public override async ValueTask VerifyAsync()
        {
            foreach (LeafRef leaf in _leaves) await Expect(Rounds, await leaf.GetCountAsync(), "handled by one");
        }

        protected override async Task RunAsync() => await _hub.BroadcastAsync(Rounds);
    }

    private sealed class Loops(int leaves) : Side((long)leaves * Rounds)
    {
        private readonly Channel<Pulse>[] _channels = [.. Enumerable.Range(0, leaves).Select(_ => CounterLoop.NewChannel<Pulse>())];
        private Task<int>[] _loops = [];

        public override ValueTask PrepareAsync()
        {
            _loops = [.. _channels.Select(channel => ReadAsync(channel.Reader))];
            return default;
        }

        public override async ValueTask VerifyAsync()
        {
            foreach (Channel<Pulse> channel in _channels) channel.Writer.Complete();
            foreach (Task<int> loop in _loops) await Expect(Rounds, await loop, "handled by one");
        }

        protected override async Task RunAsync()
        {
            for (int left = Rounds; left > 0; left--)
            {
                var round = new Countdown(_channels.Length);
                foreach (Channel<Pulse> channel in _channels) channel.Writer.TryWrite(new Pulse(round));
                await round.Task;
            }
        }

        private static async Task<int> ReadAsync(ChannelReader<Pulse> reader)
        {
            int count = 0;
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out Pulse pulse))
                {
                    count++;
                    pulse.Round.Signal();
                }
            }

            return count;
        }
    }
}
