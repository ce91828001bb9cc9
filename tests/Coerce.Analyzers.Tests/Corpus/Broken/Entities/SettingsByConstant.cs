namespace Shop;

public static class Idle
{
    public const double Never = double.PositiveInfinity;

    public const double Unknown = double.NaN;

    public const int Many = int.MaxValue;
}

[Actor, Entity({|COERCE0022:IdleSeconds = Idle.Never|}, MaxLive = Idle.Many)]
public sealed partial class Wishlist([EntityKey] string owner)
{
    [Handles] string GetOwner() => owner;
}

[Actor, Entity({|COERCE0022:IdleSeconds = Idle.Unknown|})]
public sealed partial class Reviews([EntityKey] string article)
{
    [Handles] string GetArticle() => article;
}
