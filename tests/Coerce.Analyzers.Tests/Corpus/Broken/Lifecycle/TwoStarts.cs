namespace Pumps;

[Actor]
public sealed partial class Turbine(ActorContext<TurbineRef> context)
{
    private int _turns;

    [OnStart] void Warm() => _turns = context.Children.Count;

    [OnStart] async Task {|COERCE0009:Connect|}(CancellationToken cancellationToken) => await Task.Delay(1, cancellationToken);

    [OnStop] void Cool() => _turns = 0;

    [Handles] int Turn() => ++_turns;
}
// ---- file Turbine.Stop.cs ----
namespace Pumps;

public sealed partial class Turbine
{
    [OnStop] ValueTask {|COERCE0009:Disconnect|}() => ValueTask.CompletedTask;
}
