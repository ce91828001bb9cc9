namespace Life;

public readonly record struct Place(int X, int Y)
{
    public IEnumerable<Place> Around()
    {
        for (int dx = -1; dx <= 1; dx++)
        {
            for (int dy = -1; dy <= 1; dy++)
            {
                if ((dx, dy) is not (0, 0)) yield return new Place(X + dx, Y + dy);
            }
        }
    }
}

public readonly record struct Generation(int Number);
public readonly record struct Neighbour(int Generation, bool Alive);

[Actor("life.cell"), Entity(IdleSeconds = 0)]
public sealed partial class Cell([EntityKey] string place, ActorContext<CellRef> context)
{
    private readonly Place _place = Parse(place);
    private bool _alive;
    private int _neighbours;

    [Handles] void Seed() => _alive = true;

    [Handles]
    void On(Generation message)
    {
        foreach (Place one in _place.Around())
        {
            context.System.Entity<CellRef>($"{one.X},{one.Y}").Tell(new Neighbour(message.Number, _alive));
        }
    }

    [Handles] void On(Neighbour message) => _neighbours += message.Alive ? 1 : 0;

    [Handles]
    bool Advance()
    {
        _alive = (_alive, _neighbours) is (true, 2 or 3) or (false, 3);
        _neighbours = 0;
        return _alive;
    }

    private static Place Parse(string text) => text.Split(',') is [var x, var y] ? new Place(int.Parse(x), int.Parse(y)) : default;
}

[Actor("life.board")]
public sealed partial class Board(int width, int height, IEntities<CellRef> cells)
{
    private int _generation;

    [Handles]
    async Task<int> Step()
    {
        _generation++;
        foreach (CellRef cell in All()) await cell.AskAsync(new Generation(_generation));
        int alive = 0;
        foreach (CellRef cell in All()) alive += await cell.AdvanceAsync() ? 1 : 0;
        return alive;
    }

    private IEnumerable<CellRef> All()
        => from x in Enumerable.Range(0, width) from y in Enumerable.Range(0, height) select cells.Get(EntityKey.Of($"{x},{y}"));
}
