namespace Containers;

public partial record Page(string Title)
{
    [Actor]
    public sealed partial class Counter
    {
        private int _views;

        [Handles] int View(Page page) => _views += page.Title.Length;
    }
}

public readonly partial record struct Point(int X)
{
    [Actor]
    public sealed partial class Tracker
    {
        private int _x;

        [Handles] int On(Point message) => _x += message.X;
    }
}

public partial struct Grid<T>
    where T : struct
{
    [Actor]
    public sealed partial class Filler
    {
        private T _last;

        [Handles] T Fill(T with) => _last = with;
    }
}

public partial interface IService
{
    [Actor]
    public sealed partial class Default : IService
    {
        private int _calls;

        [Handles] int Call() => ++_calls;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(Page.CounterRef counter, Point.TrackerRef tracker, Grid<int>.FillerRef filler, IService.DefaultRef service)
        => await counter.ViewAsync(new Page("x")) + await tracker.AskAsync(new Point(1)) + await filler.FillAsync(2) + await service.CallAsync();
}
