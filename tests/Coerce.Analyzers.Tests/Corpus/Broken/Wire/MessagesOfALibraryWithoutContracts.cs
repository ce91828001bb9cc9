// ---- assembly Messages ----
namespace Messages;

public sealed record Paint(string Color);

[Contract]
public sealed record Sand(int Grain);

// ---- assembly Works ----
using Messages;

namespace Works;

[Actor("works.painter")]
public sealed partial class Painter
{
    private int _coats;

    [Handles] int On({|COERCE0401:Paint|} paint) => ++_coats;

    [Handles] int On(Sand sand) => _coats = 0;
}
