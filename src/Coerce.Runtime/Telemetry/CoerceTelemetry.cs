namespace Coerce;

/// <summary>What an OpenTelemetry listener has to know of Coerce.</summary>
/// <remarks>docs/telemetry.md lists the instruments and the spans.</remarks>
/// <example>
/// <code>
/// builder.Services.AddOpenTelemetry()
///     .WithMetrics(metrics => metrics.AddMeter(CoerceTelemetry.Name))
///     .WithTracing(tracing => tracing.AddSource(CoerceTelemetry.Name));
/// </code>
/// </example>
public static class CoerceTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/> and of the
    /// <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string Name = "Coerce";
}
