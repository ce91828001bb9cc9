// ---- assembly Contracts ----
namespace Contracts;

public class Settings
{
    public IDictionary<string, string> Values { get; } = new Dictionary<string, string>();

    public int Retries { get; set; }
}

public abstract record Shape
{
    private Shape()
    {
    }

    public sealed record Circle(double Radius) : Shape;

    public sealed record Polygon(IReadOnlyList<double[]> Corners) : Shape;
}
// ---- assembly Drawing ----
using Contracts;

namespace Drawing;

[Actor("drawing.canvas", Local = true)]
public sealed partial class Canvas
{
    private int _shapes;

    [Handles] void On({|COERCE0201:Shape|} message) => _shapes += message is Shape.Circle ? 1 : 2;

    [Handles] void Configure({|COERCE0201:Settings|} settings) => _shapes = settings.Retries;

    [Handles, Subscribes("cleared")] void On(DateTimeOffset message) => _shapes = message.Hour * 0;
}
