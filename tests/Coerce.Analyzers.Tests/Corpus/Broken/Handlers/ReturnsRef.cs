namespace Grids;

public readonly record struct Cell(int Row, int Column);

[Actor]
public sealed partial class Grid
{
    private readonly int[] _cells = new int[100];

    [Handles] ref int {|COERCE0003:Find|}(int index) => ref _cells[index];

    [Handles] ref readonly int {|COERCE0003:On|}(Cell message) => ref _cells[10 * message.Row + message.Column];

    [Handles] int Read(int index) => _cells[index];
}

public static class Use
{
    public static async Task<int> SumAsync(GridRef grid) => await grid.ReadAsync(1) + await grid.ReadAsync(2);
}
