namespace Shop.Orders
{
    public sealed record Line(string Article, int Count);

    public enum State
    {
        Open,
        Closed,
    }

    public sealed record Place(IReadOnlyList<Line> Lines, State State);

    [Actor("shop.orders")]
    public sealed partial class Orders
    {
        [Handles] int On(Place place) => place.Lines.Count;
    }
}

namespace Shop.Reports
{
    public sealed record {|COERCE0404:Line|}(string Text);

    public enum {|COERCE0404:State|}
    {
        Draft,
        Final,
    }

    [Actor("shop.reports")]
    public sealed partial class Reports
    {
        private readonly List<Line> _lines = [];

        [Handles] void Add(Line line, State state) => _lines.Add(line);
    }
}
