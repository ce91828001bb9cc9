namespace Coerce.Hosting;

/// <summary>When the health check calls an actor slow.</summary>
public sealed class CoerceHealthOptions
{
    /// <summary>How long the health check waits until an actor has come to its probe, a message behind those that wait. 1 second.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many messages may wait for an actor; null, as it is at first, for any number that it gets through in time.</summary>
    public int? QueueLength { get; set; }
}
