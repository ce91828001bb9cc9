namespace Coerce.Hosting;

/// <summary>The actor system of a host. Read from the section <see cref="Section"/> of the configuration, then changed by code.</summary>
/// <remarks>Checked when the host starts: a setting that is out of its range, or that nobody knows, keeps the host from starting.</remarks>
public sealed class CoerceOptions
{
    /// <summary>The section of the configuration: <c>Coerce</c>.</summary>
    public const string Section = "Coerce";

    /// <summary>The name of the system. The name of the application.</summary>
    public string Name { get; set; } = "";

    /// <summary>How the system behaves. Its services, logger factory and clock are the host's unless they are set here.</summary>
    public ActorSystemOptions System { get; } = new();

    /// <summary>When the health check calls an actor slow.</summary>
    public CoerceHealthOptions Health { get; } = new();

    /// <summary>What is wrong with the section of the configuration, in words.</summary>
    internal List<string> Problems { get; } = [];
}
