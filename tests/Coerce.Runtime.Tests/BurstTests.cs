namespace Coerce.Runtime.Tests;

public readonly record struct Piece(int Number);

public readonly record struct Parcel(string Name);

public sealed class PieceLog : IServiceProvider
{
    private readonly List<string> _entries = [];

    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(PieceLog) ? this : null;

    public void Add(string entry)
    {
        lock (_entries) _entries.Add(entry);
    }

    public string[] Entries
    {
        get
        {
            lock (_entries) return [.. _entries];
        }
    }
}

/// <summary>Keeps messages for longer than a step of a turn, in each way there is.</summary>
[Actor]
public sealed partial class Sorter(PieceLog log)
{
#pragma warning disable COERCE0301 // the test holds the thread on purpose
    [Handles] void Hold(ManualResetEventSlim until) => until.Wait(TimeSpan.FromSeconds(30));
#pragma warning restore COERCE0301

    [Handles] void On(Piece message) => log.Add($"{message.Number}");

    [Handles] void On(Parcel message) => log.Add(message.Name);

    [Handles]
    void Reject(int number)
    {
        log.Add($"{number}");
        if (number % 3 == 0) throw new InvalidOperationException($"no {number}");
    }

    [Handles]
    async Task RejectLater(int number)
    {
        await Task.Yield();
        log.Add($"{number}");
        throw new InvalidOperationException($"no {number}");
    }

    [Handles(Reentrant = true)]
    async Task Overlap(int number, Task until)
    {
        log.Add($"begin {number}");
        await until;
        log.Add($"end {number}");
        throw new InvalidOperationException($"no {number}");
    }

    [Handles] bool Sync() => true;
}

/// <summary>Puts everything aside until it is opened.</summary>
[Actor]
public sealed partial class Safe(PieceLog log)
{
    private readonly PieceLog _log = log;

    [Handles] bool Sync() => true;

    [Behavior(Initial = true), Stashes(typeof(Piece), typeof(Parcel))]
    private sealed partial class Locked(Safe safe)
    {
#pragma warning disable COERCE0301 // the test holds the thread on purpose
        [Handles] void On(ManualResetEventSlim message) => message.Wait(TimeSpan.FromSeconds(30));
#pragma warning restore COERCE0301

        [Handles] void On(TimeSpan message) => safe.Become(new Unlocked(safe));
    }

    [Behavior]
    private sealed partial class Unlocked(Safe safe)
    {
        [Handles] void On(Piece message) => safe._log.Add($"{message.Number}");

        [Handles] void On(Parcel message) => safe._log.Add(message.Name);

        [Handles]
        void On(ManualResetEventSlim message)
        {
        }

        [Handles]
        void On(TimeSpan message)
        {
        }
    }
}

[Actor("test.shelf")]
public sealed partial class Shelf([EntityKey] string key, [FromServices] PieceLog log)
{
    [Handles] string GetKey() => key;

    [Handles] void On(Piece message) => log.Add($"{message.Number}");

    [Handles] bool Sync() => true;
}

/// <summary>Messages of one kind that wait together share envelopes: nobody may be able to tell.</summary>
public sealed class BurstTests
{
    private const int Count = 1_000;

    private static readonly string[] Numbers = [.. Enumerable.Range(0, Count).Select(number => $"{number}")];

    [Fact]
    public async Task Burst_OfOneKind_KeepsItsOrder()
    {
        await using var system = new ActorSystem("test");
        var log = new PieceLog();
        SorterRef sorter = system.Spawn(Sorter.Props(log));

        await HeldAsync(sorter, () => Each(number => sorter.Tell(new Piece(number))));

        Assert.Equal(Numbers, log.Entries);
    }

    [Fact]
    public async Task Burst_OfSeveralKinds_KeepsItsOrder()
    {
        await using var system = new ActorSystem("test");
        var log = new PieceLog();
        SorterRef sorter = system.Spawn(Sorter.Props(log));
        var random = new Random(1);

        await HeldAsync(sorter, () => Each(number =>
        {
            if (number / (1 + random.Next(40)) % 2 == 0) sorter.Tell(new Piece(number));
            else sorter.Tell(new Parcel($"{number}"));
        }));

        Assert.Equal(Numbers, log.Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(145)]
    [InlineData(146)]
    [InlineData(40_000)]
    public async Task Burst_Waiting_IsCounted(int count)
    {
        await using var system = new ActorSystem("test");
        SorterRef sorter = system.Spawn(Sorter.Props(new PieceLog()));
        using var hold = new ManualResetEventSlim();
        sorter.Tell(new Sorter.Messages.Hold(hold));
        while (system.Describe().Actors[0].QueueLength != 0) await Task.Yield();    // until it is held

        for (int number = 0; number < count; number++) sorter.Tell(new Piece(number));

        Assert.Equal(count, system.Describe().Actors[0].QueueLength);
        sorter.Tell(new Parcel("last"));
        Assert.Equal(count + 1, system.Describe().Actors[0].QueueLength);
        hold.Set();
    }

    [Fact]
    public async Task Burst_HandlerThrows_DeadLettersHaveTheMessagesThatFailed()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var log = new PieceLog();
        List<object?> letters = Letters(system);
        SorterRef sorter = system.Spawn(Sorter.Props(log));

        await HeldAsync(sorter, () => Each(number => sorter.Tell(new Sorter.Messages.Reject(number))));

        Assert.Equal(Numbers, log.Entries);
        Assert.Equal(Enumerable.Range(0, Count).Where(number => number % 3 == 0).Select(number => (object?)new Sorter.Messages.Reject(number)), letters);
    }

    [Fact]
    public async Task Burst_HandlerAwaitsAndThrows_DeadLettersHaveTheMessages()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var log = new PieceLog();
        List<object?> letters = Letters(system);
        SorterRef sorter = system.Spawn(Sorter.Props(log));

        await HeldAsync(sorter, () => Each(number => sorter.Tell(new Sorter.Messages.RejectLater(number))));

        Assert.Equal(Numbers, log.Entries);
        Assert.Equal(Enumerable.Range(0, Count).Select(number => (object?)new Sorter.Messages.RejectLater(number)), letters);
    }

    [Fact]
    public async Task Burst_ReentrantHandlers_EachHasItsOwnMessage()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var log = new PieceLog();
        List<object?> letters = Letters(system);
        SorterRef sorter = system.Spawn(Sorter.Props(log));
        var until = new TaskCompletionSource();

        await HeldAsync(sorter, () => Each(number => sorter.Tell(new Sorter.Messages.Overlap(number, until.Task))));
        until.SetResult();
        for (int tries = 0; tries < 1_000_000 && CountOf(letters) < Count; tries++) await sorter.SyncAsync();

        Assert.Equal(Numbers.Select(number => $"begin {number}"), log.Entries[..Count]);
        Assert.Equal(Numbers.Order().Select(number => $"end {number}"), log.Entries[Count..].Order());
        Assert.Equal(Count, letters.Distinct().Count());
    }

    [Fact]
    public async Task Burst_Stashed_ComesBackInOrder()
    {
        await using var system = new ActorSystem("test");
        var log = new PieceLog();
        SafeRef safe = system.Spawn(Safe.Props(log));
        using var hold = new ManualResetEventSlim();
        safe.Tell(hold);
        Each(number =>
        {
            if (number % 100 < 70) safe.Tell(new Piece(number));
            else safe.Tell(new Parcel($"{number}"));
        });
        safe.Tell(TimeSpan.Zero);
        hold.Set();
        await safe.SyncAsync();

        Assert.Equal(Numbers, log.Entries);
    }

    [Fact]
    public async Task Burst_ToAnEntityThatIsNotThere_ArrivesInOrder()
    {
        var log = new PieceLog();
        await using var system = new ActorSystem("test", new ActorSystemOptions { Services = log });
        ShelfRef shelf = system.Entity<ShelfRef>("a");

        for (int round = 0; round < 20; round++)
        {
            Each(number => shelf.Tell(new Piece(number)));
            await shelf.StopAsync();
        }

        await shelf.SyncAsync();
        Assert.Equal(Enumerable.Range(0, 20).SelectMany(_ => Numbers), log.Entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Burst_StoppedImmediately_EveryMessageIsHandledOrADeadLetter(bool inTheMiddle)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var log = new PieceLog();
        List<object?> letters = Letters(system);
        SorterRef sorter = system.Spawn(Sorter.Props(log));
        using var hold = new ManualResetEventSlim();
        using var holdAgain = new ManualResetEventSlim();
        sorter.Tell(new Sorter.Messages.Hold(hold));
        for (int number = 0; number < Count / 2; number++) sorter.Tell(new Piece(number));
        if (inTheMiddle) sorter.Tell(new Sorter.Messages.Hold(holdAgain));
        for (int number = Count / 2; number < Count; number++) sorter.Tell(new Piece(number));
        Task stopped = sorter.StopAsync(immediately: true);
        hold.Set();
        holdAgain.Set();
        await stopped;

        IEnumerable<int> refused = letters.OfType<Piece>().Select(item => item.Number);
        Assert.Equal(Enumerable.Range(0, Count), log.Entries.Select(int.Parse).Concat(refused));
    }

    private static async Task HeldAsync(SorterRef sorter, Action send)
    {
        using var hold = new ManualResetEventSlim();
        sorter.Tell(new Sorter.Messages.Hold(hold));
        send();
        hold.Set();
        await sorter.SyncAsync();
    }

    private static int CountOf(List<object?> letters)
    {
        lock (letters) return letters.Count;
    }

    private static void Each(Action<int> send)
    {
        for (int number = 0; number < Count; number++) send(number);
    }

    private static List<object?> Letters(ActorSystem system)
    {
        List<object?> letters = [];
        system.DeadLetters.Subscribe(letter =>
        {
            lock (letters) letters.Add(letter.Message);
        });
        return letters;
    }
}
