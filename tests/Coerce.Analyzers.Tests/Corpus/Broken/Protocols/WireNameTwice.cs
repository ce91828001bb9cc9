namespace Wire;

[Actor("wire.account")]
public sealed partial class Account
{
    private int _n;

    [Handles] int Count() => ++_n;
}

[Actor({|COERCE0404:"wire.account"|})]
public sealed partial class Savings
{
    private int _n;

    [Handles] int Count() => ++_n;
}

// The default name of another class, written out.
[Actor("Wire.Loan")]
public sealed partial class Credit
{
    private int _n;

    [Handles] int Count() => ++_n;
}

[Actor]
public sealed partial class {|COERCE0404:Loan|}
{
    private int _n;

    [Handles] int Count() => ++_n;
}
