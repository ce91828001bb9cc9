using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>What is passed on around the ring, and how often still.</summary>
internal readonly record struct Token(int Left, Countdown End);

/// <summary>Passes the token on to the next link.</summary>
[Actor]
internal sealed partial class Link
{
    private LinkRef? _next;
    private int _passed;

    [Handles] void Join(LinkRef next) => _next = next;

    [Handles] int GetPassed() => _passed;

    [Handles]
    void On(Token token)
    {
        _passed++;
        if (token.Left > 1) _next!.Tell(token with { Left = token.Left - 1 });
        else token.End.Signal();
    }
}

/// <summary>1,000 actors pass on a token, against a ring of channels and their loops.</summary>
internal static class Ring
{
    private const int Links = 1_000;

    public static SuiteCase Case { get; } = new(
        "ring", new Goal { Ratio = 0.5 }, scale => new Actors(scale.Of(1_000_000)), scale => new Loops(scale.Of(1_000_000)));

    private sealed class Actors : ActorSide
    {
        private readonly LinkRef[] _links;

        public Actors(int operations)
            : base(operations) => _links = [.. Enumerable.Range(0, Links).Select(_ => System.Spawn(Link.Props()))];

        public override async ValueTask PrepareAsync()
        {
            for (int i = 0; i < Links; i++) await _links[i].JoinAsync(_links[(i + 1) % Links]);
        }

        public override async ValueTask VerifyAsync()
        {
            foreach (LinkRef link in _links) await Expect(Operations / Links, await link.GetPassedAsync(), "passed on by one");
        }

        protected override Task RunAsync()
        {
            var end = new Countdown(1);
            _links[0].Tell(new Token((int)Operations, end));
            return end.Task;
        }
    }

    private sealed class Loops(int operations) : Side(operations)
    {
        private readonly Channel<Token>[] _channels = [.. Enumerable.Range(0, Links).Select(_ => CounterLoop.NewChannel<Token>())];
        private Task<int>[] _loops = [];

        public override ValueTask PrepareAsync()
        {
            _loops = [.. Enumerable.Range(0, Links).Select(i => PassAsync(_channels[i].Reader, _channels[(i + 1) % Links].Writer))];
            return default;
        }

        public override async ValueTask VerifyAsync()
        {
            foreach (Channel<Token> channel in _channels) channel.Writer.Complete();
            foreach (Task<int> loop in _loops) await Expect(Operations / Links, await loop, "passed on by one");
        }

        protected override Task RunAsync()
        {
            var end = new Countdown(1);
            _channels[0].Writer.TryWrite(new Token((int)Operations, end));
            return end.Task;
        }

        private static async Task<int> PassAsync(ChannelReader<Token> own, ChannelWriter<Token> next)
        {
            int passed = 0;
            while (await own.WaitToReadAsync())
            {
                while (own.TryRead(out Token token))
                {
                    passed++;
                    if (token.Left > 1) next.TryWrite(token with { Left = token.Left - 1 });
                    else token.End.Signal();
                }
            }

            return passed;
        }
    }
}
