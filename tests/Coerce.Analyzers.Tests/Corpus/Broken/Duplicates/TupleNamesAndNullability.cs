namespace Geometry;

[Actor]
public sealed partial class Canvas
{
    private int _drawn;

    [Handles] void On((int X, int Y) point) => _drawn += point.X + point.Y;

    [Handles] void {|CS0111:On|}((int Width, int Height) size) => _drawn += size.Width * size.Height;

    [Handles] void On(IReadOnlyList<string> lines) => _drawn += lines.Count;

    [Handles] void {|COERCE0004:OnAsync|}(IReadOnlyList<string?> lines) => _drawn -= lines.Count;
}

public static class Use
{
    public static void Draw(CanvasRef canvas) => canvas.Tell((1, 2));
}
