namespace Shop;

/// <summary>The section <c>Shop</c> of the configuration.</summary>
public sealed class ShopSettings
{
    /// <summary>What there is in the beginning, by article.</summary>
    public Dictionary<string, int> Stock { get; } = [];

    /// <summary>How often something breaks, from 0 to 1: to see that no order gets lost.</summary>
    public double FaultRate { get; set; }

    /// <summary>Whether traces and metrics go to the console.</summary>
    public bool Telemetry { get; set; }
}
