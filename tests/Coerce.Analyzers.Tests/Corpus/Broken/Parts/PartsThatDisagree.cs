namespace Parts;

[Actor]
public sealed partial class {|CS0262:{|CS0263:Gear|}|} : Metal
{
    private int _teeth;

    [Handles] int Turn() => ++_teeth;
}

public class Metal;

public class Wood;
// ---- file Gear.Two.cs ----
namespace Parts;

internal partial class Gear : Wood
{
    [Handles] int Teeth() => _teeth;
}
