using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>What two players return to each other, and how often still.</summary>
internal readonly record struct Ball(int Left, Countdown End);

/// <summary>Returns the ball until it need not be returned any more.</summary>
[Actor]
internal sealed partial class Player
{
    private PlayerRef? _partner;
    private int _played;

    [Handles] void Meet(PlayerRef partner) => _partner = partner;

    [Handles] int GetPlayed() => _played;

    [Handles]
    void On(Ball ball)
    {
        _played++;
        if (ball.Left > 1) _partner!.Tell(ball with { Left = ball.Left - 1 });
        else ball.End.Signal();
    }
}

/// <summary>Two actors that tell each other in turn, against two channels and their loops.</summary>
internal static class PingPong
{
    public static SuiteCase Case { get; } = new(
        "ping-pong", new Goal { Ratio = 0.5 }, scale => new Players(scale.Of(1_000_000)), scale => new Loops(scale.Of(1_000_000)));

    private sealed class Players : ActorSide
    {
        private readonly PlayerRef _first;
        private readonly PlayerRef _last;

        public Players(int operations)
            : base(operations)
        {
            _first = System.Spawn(Player.Props());
            _last = System.Spawn(Player.Props());
        }

        public override async ValueTask PrepareAsync()
        {
            await _first.MeetAsync(_last);
            await _last.MeetAsync(_first);
        }

        public override async ValueTask VerifyAsync()
        {
            await Expect(Operations / 2, await _first.GetPlayedAsync(), "played by the first");
            await Expect(Operations / 2, await _last.GetPlayedAsync(), "played by the last");
        }

        protected override Task RunAsync()
        {
            var end = new Countdown(1);
            _first.Tell(new Ball((int)Operations, end));
            return end.Task;
        }
    }

    private sealed class Loops(int operations) : Side(operations)
    {
        private readonly Channel<Ball> _first = CounterLoop.NewChannel<Ball>();
        private readonly Channel<Ball> _last = CounterLoop.NewChannel<Ball>();
        private Task<int>[] _loops = [];

        public override ValueTask PrepareAsync()
        {
            _loops = [PlayAsync(_first.Reader, _last.Writer), PlayAsync(_last.Reader, _first.Writer)];
            return default;
        }

        public override async ValueTask VerifyAsync()
        {
            _first.Writer.Complete();
            _last.Writer.Complete();
            foreach (Task<int> loop in _loops) await Expect(Operations / 2, await loop, "played by one");
        }

        protected override Task RunAsync()
        {
            var end = new Countdown(1);
            _first.Writer.TryWrite(new Ball((int)Operations, end));
            return end.Task;
        }

        private static async Task<int> PlayAsync(ChannelReader<Ball> own, ChannelWriter<Ball> partner)
        {
            int played = 0;
            while (await own.WaitToReadAsync())
            {
                while (own.TryRead(out Ball ball))
                {
                    played++;
                    if (ball.Left > 1) partner.TryWrite(ball with { Left = ball.Left - 1 });
                    else ball.End.Signal();
                }
            }

            return played;
        }
    }
}
