using System.Collections.Immutable;

namespace Poll;

public sealed record Answers(ImmutableArray<string?> Texts);

public sealed record Tags(IReadOnlyList<string>? Names);

public sealed record Grid(ImmutableArray<ImmutableArray<int>> Rows);

public readonly record struct Place(int Row, int Column);

[Actor("poll.box")]
public sealed partial class Box
{
    private int _n;

    [Handles] void On({|COERCE0401:Answers|} answers) => _n += answers.Texts.Length;

    [Handles] void On({|COERCE0401:Tags|} tags) => _n += tags.Names?.Count ?? 0;

    [Handles] void On({|COERCE0401:Grid|} grid) => _n += grid.Rows.Length;

    [Handles] int Mark({|COERCE0401:ImmutableDictionary<Place, int>|} marks) => _n += marks.Count;
}
