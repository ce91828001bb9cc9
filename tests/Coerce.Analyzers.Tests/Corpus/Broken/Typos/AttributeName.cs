namespace Bank;

[Actor]
public sealed partial class Safe
{
    private int _coins;

    [Handles] int Put(int coins) => _coins += coins;

    [{|CS0246:{|CS0246:Handels|}|}] int Take(int coins) => _coins -= coins;
}

[{|CS0246:{|CS0246:Actr|}|}]
public sealed partial class Purse
{
    private int _coins;

    [Handles] int {|COERCE0005:Put|}(int coins) => _coins += coins;
}
