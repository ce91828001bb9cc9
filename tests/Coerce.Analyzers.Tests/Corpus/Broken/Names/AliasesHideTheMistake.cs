using A = Coerce.ActorAttribute;
using H = Coerce.HandlesAttribute;
using Ctx = Coerce.ActorContext<Aliased.OtherRef>;

namespace Aliased;

[A]
public sealed class {|COERCE0001:One|}
{
    private int _n;

    [H] int On(int message) => _n += message;
}

[A("aliased.other")]
public sealed partial class Other
{
    private int _n;

    [H] int On(int message) => _n += message;
}

[A]
public sealed partial class Two
{
    private int _n;

    [H] int On(int message, Ctx {|COERCE0003:context|}) => _n += message + context.Id.Length;

    [H] static void {|COERCE0003:Reset|}() { }
}

public sealed class Three
{
    [H] void {|COERCE0005:On|}(int message) { }
}
