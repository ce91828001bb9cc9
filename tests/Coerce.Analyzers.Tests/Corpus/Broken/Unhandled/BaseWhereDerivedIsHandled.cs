namespace Shapes;

public abstract record Shape(string Name);
public sealed record Circle(double Radius) : Shape("circle");
public sealed record Square(double Side) : Shape("square");

[Actor]
public sealed partial class Painter
{
    private double _paint;

    [Handles] double On(Circle message) => _paint += message.Radius;
}

public static class Use
{
    public static async Task<double> PaintAsync(PainterRef painter, IReadOnlyList<Shape> shapes)
    {
        double paint = 0;
        foreach (Shape shape in shapes)
        {
            paint += await {|COERCE0101:painter.AskAsync(shape)|};
            if (shape is Circle circle) paint += await painter.AskAsync(circle);
            if (shape is Square) {|COERCE0101:painter.Tell((Square)shape)|};
        }

        return paint;
    }
}
