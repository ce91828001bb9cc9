using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests;

public readonly record struct Visit(int Number);

/// <summary>What was seen of all guests of a test.</summary>
public sealed class GuestBook(int keys, int visits) : IServiceProvider
{
    public int[] Live { get; } = new int[keys];

    public int[] Visits { get; } = new int[visits];

    public int Activations;
    public int Doubles;
    public int MostLive;
    public int LiveNow;

    public void Come(long key)
    {
        Interlocked.Increment(ref Activations);
        if (Interlocked.Increment(ref Live[key]) != 1) Interlocked.Increment(ref Doubles);
        int now = Interlocked.Increment(ref LiveNow), most;
        while (now > (most = Volatile.Read(ref MostLive)) && Interlocked.CompareExchange(ref MostLive, now, most) != most)
        {
        }
    }

    public void Go(long key)
    {
        Interlocked.Decrement(ref Live[key]);
        Interlocked.Decrement(ref LiveNow);
    }

    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(GuestBook) ? this : null;
}

/// <summary>An entity that says when it comes and goes, and is never in two turns at once.</summary>
[Actor("test.lodger"), Entity(IdleSeconds = 0.001)]
public sealed partial class Lodger
{
    private readonly long _key;
    private readonly GuestBook _book;
    private readonly byte[] _luggage = new byte[200];
    private int _inside;

    public Lodger([EntityKey] long key, [FromServices] GuestBook book)
    {
        _key = key;
        _book = book;
        book.Come(key);
    }

    [Handles]
    int On(Visit message)
    {
        if (Interlocked.Increment(ref _inside) != 1 || Volatile.Read(ref _book.Live[_key]) != 1) Interlocked.Increment(ref _book.Doubles);
        int times = Interlocked.Increment(ref _book.Visits[message.Number]);
        Interlocked.Decrement(ref _inside);
        return times;
    }

    [Handles]
    async Task<int> Stay(int number)
    {
        await Task.Yield();
        return On(new Visit(number));
    }

    [Handles(Reentrant = true)]
    async Task<int> Share(int number)
    {
        await Task.Yield();
        return On(new Visit(number));
    }

    [Handles] int Weigh() => _luggage.Length;

    [OnStop] void Leaving() => _book.Go(_key);
}

/// <summary>A small entity without an end that anybody could see.</summary>
[Actor("test.speck"), Entity(IdleSeconds = 0, MaxLive = 10_000)]
public sealed partial class Speck([EntityKey] long key)
{
    private readonly byte[] _dust = new byte[100];
    private long _touches;

    [Handles] long Touch() => ++_touches + (key * 0) + (_dust.Length * 0);
}

[Collection(nameof(MemoryCollection))]
public sealed class EntityStressTests
{
    private const int Keys = 1_000;
    private const int Senders = 8;
    private const int EachSends = 25_000;

    [Theory(Timeout = 120_000)]
    [InlineData(0)]
    [InlineData(100)]
    public async Task TwoHundredThousandMessages_RealThreads_EachIsHandledOnceByOneActivation(int maxLive)
    {
        var book = new GuestBook(Keys, Senders * EachSends);
        var options = new ActorSystemOptions { Services = book };
        options.ConfigureEntities<LodgerRef>(maxLive: maxLive);
        await using (var system = new ActorSystem("stress", options))
        {
            await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(system, sender))));

            // Behind all that was told: each entity is asked once more.
            for (int key = 0; key < Keys; key++) await system.Entity<LodgerRef>(key).WeighAsync();
        }

        Assert.All(book.Visits, static times => Assert.Equal(1, times));
        Assert.Equal(0, book.Doubles);
        Assert.Equal(0, book.LiveNow);
        Assert.InRange(book.Activations, Keys + 1, int.MaxValue);
        TestContext.Current.TestOutputHelper!.WriteLine($"{book.Activations} activations, {book.MostLive} live at most");
        if (maxLive > 0) Assert.InRange(book.MostLive, 1, maxLive * 3);
    }

    private static async Task SendAsync(ActorSystem system, int sender)
    {
        var random = new Random(sender);
        for (int i = 0; i < EachSends; i++)
        {
            int number = (sender * EachSends) + i;
            LodgerRef guest = system.Entity<LodgerRef>(random.Next(Keys));
            switch (random.Next(8))
            {
                case < 3:
                    guest.Tell(new Visit(number));
                    break;
                case 3:
                    Assert.Equal(1, await guest.StayAsync(number));
                    break;
                case 4:
                    Assert.Equal(1, await guest.ShareAsync(number));
                    break;
                default:
                    Assert.Equal(1, await guest.AskAsync(new Visit(number)));
                    break;
            }

            if (random.Next(200) == 0) await guest.StopAsync(immediately: random.Next(2) == 0);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task MillionKeys_TenThousandLive_MemoryIsFlat()
    {
        await using var system = new ActorSystem("million");
        Entities<SpeckRef> specks = system.Entities<SpeckRef>();
        await TouchAsync(specks, 0, 100_000);
        long before = Used();
        int most = 0;
        for (int from = 100_000; from < 1_000_000; from += 10_000)
        {
            await TouchAsync(specks, from, 10_000);
            most = Math.Max(most, specks.LiveCount);
        }

        long after = Used();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"after 100,000 keys {before / 1024:N0} KiB, after 1,000,000 keys {after / 1024:N0} KiB; {most:N0} live at most");
        Assert.InRange(most, 1, 10_100);
        Assert.InRange(after, 0, before + (4 << 20));
        Assert.Equal(1, await specks.Get(5).TouchAsync());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task TouchAsync(Entities<SpeckRef> specks, int from, int count)
    {
        for (int key = from; key < from + count; key++) Assert.Equal(1, await specks.Get(key).TouchAsync());
    }

    private static long Used()
    {
        long used = 0;
        for (int i = 0; i < 3; i++) used = GC.GetTotalMemory(forceFullCollection: true);
        return used;
    }
}
