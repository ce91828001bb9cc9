namespace Parts;

[Actor]
public sealed partial class Belt
{
    private int _runs;

    [OnStart] void Begin() => _runs++;

    [OnStop] void End() => _runs--;

    [Handles] int Runs() => _runs;
}
// ---- file Belt.Cleanup.cs ----
namespace Parts;

public sealed partial class Belt : IDisposable
{
    [OnStop] public void {|COERCE0009:Dispose|}() => _runs = 0;

    [OnStart, OnRestart] void {|COERCE0009:Prepare|}() => _runs = 1;
}
