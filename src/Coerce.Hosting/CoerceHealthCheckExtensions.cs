using Coerce.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health of the actors to the health of a host.</summary>
public static class CoerceHealthCheckExtensions
{
    /// <summary>Adds a check of the actor system and of the actors that were added with <see cref="CoerceBuilder.AddActor{TRef}(Coerce.Props{TRef}, string)"/>.</summary>
    /// <remarks>Unhealthy when one of these actors is down, or the system has stopped or not started yet; degraded when one is slow or is
    /// being made anew; healthy otherwise. The description names the actors, the data have a line for each, by id.</remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="configure">When an actor is slow; the section <c>Coerce:Health</c> of the configuration says so too, before it.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What to report instead of <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags, by which an endpoint chooses its checks.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddCoerce(
        this IHealthChecksBuilder builder,
        Action<CoerceHealthOptions>? configure = null,
        string name = "coerce",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        builder.Services.AddCoerce();
        if (configure is not null) builder.Services.Configure<CoerceOptions>(options => configure(options.Health));
        return builder.AddCheck<CoerceHealthCheck>(name, failureStatus, tags ?? []);
    }
}
