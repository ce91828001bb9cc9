namespace Shop;

[Entity(MaxLive = 100)]
public sealed class {|COERCE0020:Voucher|}(string code)
{
    private int _used;

    public int Use() => code.Length + _used++;
}

[Actor, Entity(MaxLive = 100)]
public sealed partial class Coupon([EntityKey] string code)
{
    private int _used;

    [Handles] int Redeem() => code.Length + _used++;
}
