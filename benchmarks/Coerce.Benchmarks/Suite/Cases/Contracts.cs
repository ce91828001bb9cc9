using System.Collections.Immutable;
using System.Diagnostics;
using Coerce.Benchmarks.Contracts;
using Google.Protobuf;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>Values written as messages and read again, against protobuf's own classes of the same schema.</summary>
internal static class Contracts
{
    private const int Loop = 100;

    // Every case as either side has it, small.
    private static readonly List<Func<Codec>> Mixed = [];

    // As in a program, which has messages of more than one kind: protobuf's code that both sides call would otherwise be compiled for the one that
    // comes first, and whichever side that is would win.
    private static readonly Lazy<bool> Compiled = new(static () =>
    {
        Codec[] all = [.. Mixed.Select(static make => make())];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2))
        {
            foreach (Codec one in all) one.RunOnce();
        }

        return true;
    });

    public static IEnumerable<SuiteCase> All { get; } =
    [
        .. Of("small", 10_000_000, new Small(300, "Some text"), Peer.Small.Parser),
        .. Of(
            "medium",
            2_000_000,
            new Medium(
                1L << 40, "Ada Lovelace", "ada@example.org", 36, 1_234.5, true, State.Open, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                new Address("12 St James's Square", "London", 4711), null, ["one", "two", "three"], [1, 20, 300, 4_000, 50_000]),
            Peer.Medium.Parser),
        .. Of(
            "large",
            10_000,
            new Large([.. Enumerable.Range(0, 1_000)], [.. Enumerable.Range(0, 1_000).Select(static number => new Small(number, "item " + number))]),
            Peer.Large.Parser),
    ];

    private static IEnumerable<SuiteCase> Of<T, TPeer>(string name, int count, T value, MessageParser<TPeer> parser)
        where T : notnull
        where TPeer : class, IMessage<TPeer>, IBufferMessage
    {
        byte[] bytes = Find<T>().ToBytes(value);
        TPeer peer = parser.ParseFrom(bytes);
        Mixed.AddRange(
        [
            () => new Writing<T>(0, Find<T>(), value), () => new PeerWriting<TPeer>(0, peer),
            () => new Reading<T>(0, Find<T>(), bytes), () => new PeerReading<TPeer>(0, parser, bytes),
        ]);
        yield return new SuiteCase(
            $"contract-{name}-write",
            new Goal { Ratio = 1, Bytes = 0 },
            scale => new Writing<T>(scale.Of(count), Find<T>(), value),
            scale => new PeerWriting<TPeer>(scale.Of(count), peer));
        yield return new SuiteCase(
            $"contract-{name}-read",
            new Goal { Ratio = 1, BytesOverBaseline = 0 },
            scale => new Reading<T>(scale.Of(count), Find<T>(), bytes),
            scale => new PeerReading<TPeer>(scale.Of(count), parser, bytes));
    }

    private static Contract<T> Find<T>()
        where T : notnull
        => new ActorSystem("benchmarks", new ActorSystemOptions { Modules = { Modules.Coerce_Benchmarks.Instance } }).Contracts.Of<T>();

    /// <summary>Counts the bytes of all that it wrote or read.</summary>
    private abstract class Codec(int operations, int size) : Side(operations)
    {
        private long _bytes;

        public override ValueTask VerifyAsync() => Expect(Operations * size, _bytes, "bytes");

        public override ValueTask PrepareAsync()
        {
            _ = Compiled.Value;
            return default;
        }

        public void RunOnce() => RunMany();

        protected sealed override Task RunAsync()
        {
            for (long left = Operations; left > 0; left -= Loop) _bytes += RunMany();
            return Task.CompletedTask;
        }

        /// <summary>As many times as <see cref="Loop"/> says: what is called often is compiled best.</summary>
        protected abstract int RunMany();
    }

    private sealed class Writing<T>(int operations, Contract<T> contract, T value) : Codec(operations, contract.Size(value))
        where T : notnull
    {
        private readonly byte[] _output = new byte[contract.Size(value)];

        protected override int RunMany()
        {
            int bytes = 0;
            for (int i = 0; i < Loop; i++) bytes += contract.Write(value, _output);
            return bytes;
        }
    }

    private sealed class PeerWriting<T>(int operations, T value) : Codec(operations, value.CalculateSize())
        where T : IMessage<T>
    {
        private readonly byte[] _output = new byte[value.CalculateSize()];

        protected override int RunMany()
        {
            int bytes = 0;
            for (int i = 0; i < Loop; i++)
            {
                int size = value.CalculateSize();
                value.WriteTo(_output.AsSpan(0, size));
                bytes += size;
            }

            return bytes;
        }
    }

    private sealed class Reading<T>(int operations, Contract<T> contract, byte[] bytes) : Codec(operations, bytes.Length)
        where T : notnull
    {
        protected override int RunMany()
        {
            int read = 0;
            for (int i = 0; i < Loop; i++)
            {
                if (contract.Read(bytes) is not null) read += bytes.Length;
            }

            return read;
        }
    }

    private sealed class PeerReading<T>(int operations, MessageParser<T> parser, byte[] bytes) : Codec(operations, bytes.Length)
        where T : IMessage<T>
    {
        protected override int RunMany()
        {
            int read = 0;
            for (int i = 0; i < Loop; i++)
            {
                if (parser.ParseFrom(bytes.AsSpan()) is not null) read += bytes.Length;
            }

            return read;
        }
    }
}
