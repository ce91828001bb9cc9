using System.Runtime.CompilerServices;
using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

/// <summary>Streams in steps that wait for a sign.</summary>
[Actor]
public sealed partial class Stepper
{
    [Handles]
    async IAsyncEnumerable<int> Steps(TaskCompletionSource next, TaskCompletionSource end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return 0;
            await next.Task;
            while (!cancellationToken.IsCancellationRequested) yield return 1;
        }
        finally
        {
            await end.Task;
        }
    }

    [Handles]
    void Nothing()
    {
    }
}

/// <summary>The steps of a stream are turns.</summary>
public sealed class StreamTurnTests
{
    private static readonly SimulationOptions Still = new() { OutsidePatience = TimeSpan.Zero };

    [Fact]
    public void Stream_StepOrFinallyThatAwaits_KeepsTheActor() => Simulation.Explore(seeds: 50, async host =>
    {
        StepperRef stepper = host.System.Spawn(Stepper.Props());
        TaskCompletionSource next = new(), end = new();
        IAsyncEnumerator<int> reader = stepper.StepsAsync(next, end).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        await host.SettleAsync();

        Task duringStep = stepper.NothingAsync().AsTask();
        await host.SettleAsync();
        Assert.False(duringStep.IsCompleted);
        next.SetResult();
        await duringStep;

        await reader.DisposeAsync();
        await host.SettleAsync();
        Task duringFinally = stepper.NothingAsync().AsTask();
        await host.SettleAsync();
        Assert.False(duringFinally.IsCompleted);
        end.SetResult();
        await duringFinally;
    }, Still);

    [Fact]
    public void Stream_ReaderThatKeepsUp_OthersComeInBetween() => Simulation.Explore(seeds: 50, async host =>
    {
        ListingRef listing = host.System.Spawn(Listing.Props());
        Task<int> read = ReadAsync();

        Assert.Equal(0, await listing.CountAsync());
        Assert.False(read.IsCompleted);
        Assert.Equal(1_000, await read);

        async Task<int> ReadAsync()
        {
            int count = 0;
            await foreach (int number in listing.NumbersAsync(1_000, new Diary())) Assert.Equal(count++, number);
            return count;
        }
    }, Still);

    [Fact]
    public void Stream_ReaderThatStandsStill_Finds16ItemsWaiting() => Simulation.Explore(seeds: 50, async host =>
    {
        ListingRef listing = host.System.Spawn(Listing.Props());
        var diary = new Diary();
        await using IAsyncEnumerator<int> reader = listing.NumbersAsync(1_000, diary).GetAsyncEnumerator();

        for (int taken = 1; taken <= 20; taken++)
        {
            Assert.True(await reader.MoveNextAsync());
            await host.SettleAsync();
            Assert.Equal(taken + 16, diary.Made);
        }
    }, Still);
}
