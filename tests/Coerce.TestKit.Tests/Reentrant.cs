namespace Coerce.TestKit.Tests;

/// <summary>Lets others in while it waits.</summary>
[Actor]
public sealed partial class Open(ActorContext<OpenRef> context)
{
    private int _inside;

    public int Most { get; private set; }

    [Handles(Reentrant = true)]
    async Task<int> Enter(TimeSpan time)
    {
        Most = Math.Max(Most, ++_inside);
        await Task.Delay(time, context.Clock);
        await Task.Yield();
        _inside--;
        return Most;
    }
}
