namespace Shop;

/// <summary>Something broke, as it was meant to.</summary>
public sealed class InjectedFaultException() : Exception("A fault was injected here.");

/// <summary>Breaks whatever passes, now and then.</summary>
public sealed class Faults(ShopSettings settings)
{
    private long _count;

    /// <summary>How often something broke.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>From now on nothing breaks any more.</summary>
    public void End() => settings.FaultRate = 0;

    /// <summary>A place where something may break.</summary>
    public void Strike()
    {
        if (settings.FaultRate == 0 || Random.Shared.NextDouble() >= settings.FaultRate) return;
        Interlocked.Increment(ref _count);
        throw new InjectedFaultException();
    }
}
