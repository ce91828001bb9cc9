namespace Shop.Orders
{
    public sealed record Line(string Article, int Count);

    public sealed record Page<T>(IReadOnlyList<T> Items, int Number)
        where T : notnull;

    [Actor("shop.orders")]
    public sealed partial class Desk
    {
        private readonly List<Line> _lines = [];

        [Handles] void Add(Line line) => _lines.Add(line);

        [Handles] Page<Line> Show(int page) => new([.. _lines], page);
    }
}

namespace Shop.Reports
{
    [Contract("ReportLine")]
    public sealed record Line(string Text);

    [Contract("Sheet")]
    public sealed record Page<T>(IReadOnlyList<T> Items)
        where T : notnull;

    [Contract("ReportDesk")]
    [Actor("shop.reports")]
    public sealed partial class Desk
    {
        private readonly List<Line> _lines = [];

        [Handles] void Add(Line line) => _lines.Add(line);

        [Handles] Page<Line> Show() => new([.. _lines]);

        [Handles] Page<Orders.Line> Order(Page<Orders.Line> lines) => lines;
    }
}

namespace Shop.Inside
{
    // Nobody else hears of it.
    public sealed record Line(Version Version);

    [Actor]
    public sealed partial class Desk
    {
        [Handles] int Print(Line line) => line.Version.Major;
    }
}
