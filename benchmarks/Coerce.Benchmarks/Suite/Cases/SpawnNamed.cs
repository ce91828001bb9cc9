using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>Spawns named actors, against a channel for each in a dictionary. The names are made beforehand.</summary>
internal static class SpawnNamed
{
    public static SuiteCase Case { get; } = new(
        "spawn-named", new Goal { Ratio = 0.4, Retained = 400 },
        scale => new Actors(scale.Of(1_000_000)), scale => new Channels(scale.Of(1_000_000)));

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"counter-{i}")];

    private sealed class Actors(int operations) : ActorSide(operations)
    {
        private readonly string[] _names = Names(operations);

        public override bool IsWeighed => true;

        public override ValueTask VerifyAsync() => Expect(
            Operations, _names.Count(name => System.Find<CounterRef>(name) is { Status: ActorStatus.Started }), "found by name");

        protected override Task RunAsync()
        {
            foreach (string name in _names) Spawn(name);
            return Task.CompletedTask;
        }

        private void Spawn(string name) => System.Spawn(Counter.Props(), name);
    }

    private sealed class Channels(int operations) : Side(operations)
    {
        private readonly string[] _names = Names(operations);
        private readonly ConcurrentDictionary<string, Channel<Add>> _channels = new();

        public override bool IsWeighed => true;

        public override ValueTask VerifyAsync() => Expect(Operations, _names.Count(_channels.ContainsKey), "found by name");

        protected override Task RunAsync()
        {
            foreach (string name in _names) Add(name);
            return Task.CompletedTask;
        }

        private void Add(string name)
        {
            if (!_channels.TryAdd(name, CounterLoop.NewChannel<Add>())) throw new SuiteException($"{name}: there is one already");
        }
    }
}
