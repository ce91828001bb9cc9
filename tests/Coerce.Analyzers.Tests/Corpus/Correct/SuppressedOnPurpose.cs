// What is wrong here is meant, and says so.
namespace Suppressed;

public sealed record Placed(int Number);

[Actor]
public sealed partial class Packer
{
    private int _packed;

#pragma warning disable COERCE0031 // asked by others as well
    [Handles, Subscribes("orders")] int On(Placed message) => _packed += message.Number;
#pragma warning restore COERCE0031

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Coerce.Shape", "COERCE0031", Justification = "Asked by others as well.")]
    [Handles, Subscribes("names")] int On(string message) => _packed += message.Length;
}

#pragma warning disable COERCE0010
[Actor(MaxRestarts = 3)]
#pragma warning restore COERCE0010
public sealed partial class Lazy
{
    private int _done;

    [Handles] int Do() => ++_done;
}
