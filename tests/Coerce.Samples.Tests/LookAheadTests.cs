using Bank;

namespace Coerce.Samples.Tests;

public sealed class LookAheadTests
{
    private readonly LookAhead<string> _lookAhead = new(limit: 3);
    private readonly List<string> _running = [];

    [Fact]
    public void Start_OtherAccount_DoesNotWait()
    {
        Start("first", "A");
        Start("second", "B");

        Assert.Equal(["first", "second"], _running);
    }

    [Fact]
    public async Task Start_SameAccount_WaitsForTheOneBefore()
    {
        TaskCompletionSource first = Start("first", "A");
        TaskCompletionSource second = Start("second", "A");
        Assert.Equal(["first"], _running);

        first.SetResult();
        Assert.Equal("first", await _lookAhead.NextAsync());
        second.SetResult();
        Assert.Equal("second", await _lookAhead.NextAsync());
        Assert.Equal(["first", "second"], _running);
    }

    [Fact]
    public async Task Start_TwoAccounts_WaitsForBothAndHoldsBoth()
    {
        TaskCompletionSource onA = Start("on A", "A");
        TaskCompletionSource onB = Start("on B", "B");
        TaskCompletionSource both = Start("A to B", "A", "B");

        onB.SetResult();
        Assert.DoesNotContain("A to B", _running);
        onA.SetResult();
        Assert.Equal("on A", await _lookAhead.NextAsync());
        Assert.Equal("on B", await _lookAhead.NextAsync());

        TaskCompletionSource afterwards = Start("B again", "B");
        Assert.DoesNotContain("B again", _running);
        both.SetResult();
        afterwards.SetResult();
        Assert.Equal("A to B", await _lookAhead.NextAsync());
        Assert.Equal("B again", await _lookAhead.NextAsync());
        Assert.True(_lookAhead.IsEmpty);
    }

    [Fact]
    public async Task IsFull_AtItsLimit_UntilTheOldestIsTaken()
    {
        TaskCompletionSource oldest = Start("first", "A");
        Start("second", "B");
        Assert.False(_lookAhead.IsFull);
        Start("third", "C");
        Assert.True(_lookAhead.IsFull);

        oldest.SetResult();
        await _lookAhead.NextAsync();
        Assert.False(_lookAhead.IsFull);
    }

    [Fact]
    public async Task NextAsync_LaterOneEndsFirst_StillTheOldest()
    {
        TaskCompletionSource first = Start("first", "A");
        Start("second", "B").SetResult();

        Task<string> next = _lookAhead.NextAsync();
        Assert.False(next.IsCompleted);
        first.SetResult();
        Assert.Equal("first", await next);
    }

    [Fact]
    public async Task Start_AfterAFailure_RunsAllTheSame()
    {
        TaskCompletionSource first = Start("first", "A");
        Start("second", "A").SetResult();
        first.SetException(new InvalidOperationException("broken"));

        await Assert.ThrowsAsync<InvalidOperationException>(_lookAhead.NextAsync);
        Assert.Equal("second", await _lookAhead.NextAsync());
    }

    private TaskCompletionSource Start(string name, string account, string? otherAccount = null)
    {
        var end = new TaskCompletionSource();
        _lookAhead.Start(account, otherAccount, async () =>
        {
            _running.Add(name);
            await end.Task;
            return name;
        });
        return end;
    }
}
