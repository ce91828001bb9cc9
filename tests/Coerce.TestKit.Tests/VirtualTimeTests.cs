namespace Coerce.TestKit.Tests;

public sealed class VirtualTimeTests
{
    private readonly VirtualTime _time = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Time_NotMoved_StandsStill()
    {
        DateTimeOffset before = _time.GetUtcNow();

        Assert.Equal(before, _time.GetUtcNow());
        Assert.Equal(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), before);
    }

    [Fact]
    public void Advance_Timers_FireInTheOrderOfTheirDueTimes()
    {
        Timer("late", 3);
        Timer("early", 1);
        Timer("early too", 1);
        Timer("middle", 2);

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(["early @1", "early too @1", "middle @2", "late @3"], _fired);
    }

    [Fact]
    public void Advance_OneTickTooShort_DoesNotFire()
    {
        Timer("timer", 1);

        _time.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        Assert.Empty(_fired);

        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Single(_fired);
    }

    [Fact]
    public void Advance_PeriodicTimer_FiresOncePerPeriod()
    {
        Timer("tick", 1, 2);

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(["tick @1", "tick @3", "tick @5"], _fired);
    }

    [Fact]
    public void Timer_SetByAnotherTimer_FiresInTheSameAdvance()
    {
        _time.CreateTimer(_ => Timer("second", 1), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["second @2"], _fired);
    }

    [Fact]
    public void Timer_DisposedByAnotherAtTheSameInstant_DoesNotFire()
    {
        ITimer? second = null;
        _time.CreateTimer(_ => second!.Dispose(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        second = Timer("second", 1);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(_fired);
        Assert.False(second.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Timer_Changed_FiresAtTheNewTimeOnly()
    {
        ITimer timer = Timer("timer", 1);

        timer.Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["timer @4"], _fired);
    }

    [Fact]
    public async Task Timer_DueAtOnce_FiresWithoutAMoveOfTheTime()
    {
        var fired = new TaskCompletionSource();

        _time.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task;
    }

    [Fact]
    public async Task Delay_Advanced_Ends()
    {
        Task delay = Task.Delay(TimeSpan.FromHours(1), _time);
        Assert.False(delay.IsCompleted);

        _time.AdvanceTo(_time.GetUtcNow() + TimeSpan.FromHours(1));

        await delay;
    }

    [Fact]
    public void AdvanceToNextTimer_NoTimer_IsFalse()
    {
        Assert.False(_time.AdvanceToNextTimer());
        Assert.Null(_time.NextTimer);
    }

    [Fact]
    public void AdvanceToNextTimer_Timers_StopsAtEach()
    {
        Timer("first", 1);
        Timer("second", 2);

        Assert.True(_time.AdvanceToNextTimer());

        Assert.Equal(["first @1"], _fired);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(1), _time.NextTimer);
    }

    [Fact]
    public void Advance_Backwards_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.AdvanceTo(_time.GetUtcNow() - TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Timestamp_Advanced_MeasuresTheMove()
    {
        long start = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromMilliseconds(7));

        Assert.Equal(TimeSpan.FromMilliseconds(7), _time.GetElapsedTime(start));
    }

    private ITimer Timer(string name, int dueTime, int? period = null)
    {
        DateTimeOffset start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return _time.CreateTimer(
            _ => _fired.Add($"{name} @{(_time.GetUtcNow() - start).TotalSeconds}"),
            null,
            TimeSpan.FromSeconds(dueTime),
            period is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);
    }
}
