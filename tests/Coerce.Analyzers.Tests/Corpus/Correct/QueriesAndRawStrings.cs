using System.Collections.Immutable;

namespace Texts;

public sealed record Row(string Region, int Year, decimal Value);

[Actor]
public sealed partial class Table
{
    private ImmutableList<Row> _rows = [];

    [Handles] void On(Row message) => _rows = _rows.Add(message);

    [Handles]
    ImmutableArray<(string Region, decimal Sum)> Sums(int @from) =>
    [
        .. from row in _rows
           where row.Year >= @from
           group row by row.Region into region
           let sum = region.Sum(row => row.Value)
           orderby sum descending, region.Key
           select (region.Key, sum),
    ];

    [Handles]
    string ToJson() => $$"""
        {
          "rows": [
            {{string.Join(",\n    ", _rows.Select(row => $$"""{ "region": "{{row.Region}}", "value": {{row.Value}} }"""))}}
          ]
        }
        """;

    [Handles] string Path() => @"C:\temp\" + """a "quoted" text""" + '\u0041' + "\x41\e";
}
