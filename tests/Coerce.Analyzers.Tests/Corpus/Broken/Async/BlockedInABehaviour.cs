namespace Blocking;

[Actor]
public sealed partial class Gate
{
    private readonly SemaphoreSlim _permits = new(1);

    [Behavior(Initial = true)]
    private sealed partial class Shut(Gate gate)
    {
        [Handles]
        void Enter(string who)
        {
            gate._permits.{|COERCE0301:Wait|}();
            gate.Become(new Wide(gate, who));
        }
    }

    [Behavior]
    private sealed partial class Wide(Gate gate, string first)
    {
        [Handles]
        void Enter(string who)
        {
            Task[] both = [Task.Delay(first.Length), Task.Delay(who.Length)];
            Task.{|COERCE0301:WaitAll|}(both);
            gate._permits.Release();
        }
    }
}
