namespace Patterns;

public abstract record Shape;
public sealed record Circle(double R) : Shape;
public sealed record Rectangle(double W, double H) : Shape;
public sealed record Group(IReadOnlyList<Shape> Shapes) : Shape;

[Actor]
public sealed partial class Area
{
    private double _total;

    [Handles]
    double On(Shape message) => _total += Measure(message);

    [Handles] string Name(int number) => Classify(number);

    private static string Classify(object value) => value switch
    {
        null => "nothing",
        int and (< 0 or > 100) => "out of range",
        int n when n % 2 == 0 => "even",
        string { Length: 0 } => "empty",
        string and ['a', .., 'z'] => "a to z",
        (int x, int y) => $"{x}/{y}",
        IReadOnlyList<int> and [var first, _, ..] => $"{first}",
        not string => "something",
        _ => "text",
    };

    private static double Measure(Shape shape) => shape switch
    {
        Circle(var r) => Math.PI * r * r,
        Rectangle { W: var w, H: var h } when w > 0 && h > 0 => w * h,
        Group { Shapes: [] } => 0,
        Group(var all) => all.Sum(Measure),
        _ => 0,
    };
}
