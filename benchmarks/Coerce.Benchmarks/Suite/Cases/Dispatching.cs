namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>Asks and tells of an actor with 64 handlers, against one with a single handler.</summary>
/// <remarks>Four of the 64 are used in turn, the first and the last among them, so that no guess at the next one pays.</remarks>
internal static class Dispatching
{
    private const int Rounds = 500;
    private const int Batch = 10_000;   // of asks, then of tells

    public static SuiteCase Case { get; } = new(
        "dispatch", new Goal { Ratio = 1.05 }, scale => new ToWide(scale.Of(Rounds)), scale => new ToNarrow(scale.Of(Rounds)));

    private abstract class Messages(int rounds) : ActorSide(2L * Batch * rounds)
    {
        private long _count;

        public override ValueTask VerifyAsync() => Expect(Operations, _count, "handled");

        protected abstract ValueTask AskManyAsync();

        /// <summary>Tells in a turn of the actor itself, which handles them after it: sender and actor never race, which would be the
        /// larger part of the time, and of the noise.</summary>
        protected abstract ValueTask TellManyAsync();

        /// <summary>Adds nothing.</summary>
        protected abstract ValueTask<int> GetAsync();

        protected override async Task RunAsync()
        {
            for (int left = rounds; left > 0; left--)
            {
                await AskManyAsync();
                await TellManyAsync();
                _count = await GetAsync();
            }
        }
    }

    private sealed class ToWide : Messages
    {
        private const int Run = 250;

        private readonly WideRef _actor;

        public ToWide(int rounds)
            : base(rounds) => _actor = System.Spawn(Wide.Props());

        protected override async ValueTask AskManyAsync()
        {
            for (int i = 0; i < Batch; i += 4)
            {
                await _actor.AskAsync(new Message00(1));
                await _actor.AskAsync(new Message21(1));
                await _actor.AskAsync(new Message42(1));
                await _actor.AskAsync(new Message63(1));
            }
        }

        // In runs of a kind, as the messages to the other actor are all of one: those share envelopes.
        protected override ValueTask TellManyAsync() => _actor.RunAsync(_ =>
        {
            for (int i = 0; i < Batch; i += 4 * Run)
            {
                for (int j = 0; j < Run; j++) _actor.Tell(new Message00(1));
                for (int j = 0; j < Run; j++) _actor.Tell(new Message21(1));
                for (int j = 0; j < Run; j++) _actor.Tell(new Message42(1));
                for (int j = 0; j < Run; j++) _actor.Tell(new Message63(1));
            }
        });

        protected override ValueTask<int> GetAsync() => _actor.AskAsync(new Message00(0));
    }

    private sealed class ToNarrow : Messages
    {
        private readonly NarrowRef _actor;

        public ToNarrow(int rounds)
            : base(rounds) => _actor = System.Spawn(Narrow.Props());

        protected override async ValueTask AskManyAsync()
        {
            for (int i = 0; i < Batch; i += 4)
            {
                await _actor.AskAsync(new Message00(1));
                await _actor.AskAsync(new Message00(1));
                await _actor.AskAsync(new Message00(1));
                await _actor.AskAsync(new Message00(1));
            }
        }

        protected override ValueTask TellManyAsync() => _actor.RunAsync(_ =>
        {
            for (int i = 0; i < Batch; i += 4)
            {
                _actor.Tell(new Message00(1));
                _actor.Tell(new Message00(1));
                _actor.Tell(new Message00(1));
                _actor.Tell(new Message00(1));
            }
        });

        protected override ValueTask<int> GetAsync() => _actor.AskAsync(new Message00(0));
    }
}
