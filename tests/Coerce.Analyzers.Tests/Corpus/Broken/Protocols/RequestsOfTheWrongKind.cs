namespace Open;

public abstract record Other
{
    private Other()
    {
    }

    public sealed record Any : Other;
}

public abstract record Twice
{
    private Twice()
    {
    }

    public sealed record Get : Twice, IRequest<Twice, int>, IRequest<Twice, string>;
}

public abstract record Foreign
{
    private Foreign()
    {
    }

    public sealed record Get : Foreign, IRequest<Other, int>;
}

[Actor({|COERCE0106:Protocol = typeof(Twice)|})]
public sealed partial class Doubled
{
    private int _n;

    [Handles] int On(Twice.Get message) => ++_n;
}

[Actor({|COERCE0106:Protocol = typeof(Foreign)|})]
public sealed partial class Stranger
{
    private int _n;

    [Handles] int On(Foreign.Get message) => ++_n;
}

[Actor({|COERCE0106:Protocol = typeof(Generic<int>)|})]
public sealed partial class Generics
{
    private int _n;

    [Handles] void On(Generic<int>.Set message) => _n = message.Value;
}

public abstract record Generic<T>
{
    private Generic()
    {
    }

    public sealed record Set(T Value) : Generic<T>;
}
