namespace Shop;

[Actor("shop.session"), Entity({|COERCE0022:IdleSeconds = -0.5|}, {|COERCE0022:MaxLive = -1|})]
public sealed partial class Session([EntityKey] string token)
{
    private int _clicks;

    [Handles] string Click() => $"{token} {++_clicks}";
}

[Actor("shop.archive"), Entity({|COERCE0022:IdleSeconds = 30.0 * 24 * 60 * 60|})]
public sealed partial class Archive([EntityKey] long year)
{
    private int _files;

    [Handles] long Store() => year + ++_files;
}
