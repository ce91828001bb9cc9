using System.Collections.Immutable;

namespace Subjects;

[Contract]
public sealed record Outer(Outer.Inner Required, Outer.Inner? Optional, ImmutableArray<Outer.Inner> Many, ImmutableDictionary<long, Outer.Inner> Named)
{
    public sealed record Inner(string Text, Inner.Core? Middle)
    {
        public readonly record struct Core(int Depth, double? Weight);
    }
}

[Contract]
public sealed record Tree(string Name, Tree? Left, Tree? Right, ImmutableArray<Tree> Children, ImmutableDictionary<string, Tree> Named);

[Contract]
public sealed record Chain(int Number, Link? Next);

public sealed record Link(Chain? Chain, string Label);

[Contract]
public sealed record Nothing;

[Contract]
public sealed record HasNothing(Nothing Nothing, Nothing? Maybe, ImmutableArray<Nothing> Many);

[Contract]
public abstract record Shape
{
    public sealed record Circle(double Radius) : Shape;

    public sealed record Square(double Side, string? Label) : Shape;

    public sealed record Group(ImmutableArray<Shape> Parts, Shape? Frame) : Shape;

    public sealed record Empty : Shape;
}

[Contract]
public sealed record Drawing(Shape Main, Shape? Extra, IReadOnlyList<Shape> Shapes, IReadOnlyDictionary<string, Shape> Named, Shape.Circle Round);

[Contract]
public sealed record Page<T>(ImmutableArray<T> Items, T First, string? Next)
    where T : notnull;

[Contract]
public sealed record Pages(Page<Item> Items, Page<int> Numbers, Page<string>? Texts, Page<Page<Guid>> Deep, Page<Colour> Colours);

[Contract]
public sealed record Medium(
    long Id, string Name, string? Email, int Age, double Balance, bool IsActive, Colour State, DateTimeOffset Created, Item Home, Item? Work,
    ImmutableArray<string> Tags, ImmutableArray<int> Scores);

[Contract]
public abstract record Result<T>
    where T : notnull
{
    public sealed record Ok(T Value) : Result<T>;

    public sealed record Failed(string Reason) : Result<T>;
}

[Contract]
public sealed record Results(Result<int> Number, Result<Item>? Item, ImmutableArray<Result<string>> Texts);

[Contract]
public sealed record Tuples((int Number, string Text) Pair, (Item, double)? Maybe, ImmutableArray<(int, long)> Many, Dictionary<string, (string First, Colour Second, Guid Third)> Named);
