using Coerce.Dispatch;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Coerce.Hosting;

/// <summary>Unhealthy when an actor of the host is down or the system has stopped, degraded when one is slow.</summary>
internal sealed class CoerceHealthCheck(HostedActors actors, HealthProbes probes, IOptions<CoerceOptions> options) : IHealthCheck
{
    private readonly CoerceHealthOptions _options = options.Value.Health;

    private enum Health
    {
        Ok,
        Slow,
        Down,
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string system = $"The actor system '{actors.System.Name}'";
        if (actors.System.IsStopping) return Unhealthy(context, $"{system} has stopped.", null);
        if (!actors.HaveStarted) return Unhealthy(context, $"{system} has not started yet.", null);

        (ActorRegistration Actor, Health Health, string Words)[] all = await Task.WhenAll(
            actors.Registrations.Select(actor => CheckAsync(actor, actors.CellOf(actor), cancellationToken)));

        Dictionary<string, object> data = all.ToDictionary(one => one.Actor.Id, one => (object)one.Words, StringComparer.Ordinal);
        string text = string.Join("; ", all.Where(one => one.Health != Health.Ok).OrderByDescending(one => one.Health).Select(one => $"{one.Actor.Name} {one.Words}"));
        return all.Select(one => one.Health).DefaultIfEmpty().Max() switch
        {
            Health.Down => Unhealthy(context, text, data),
            Health.Slow => HealthCheckResult.Degraded(text, data: data),
            _ => HealthCheckResult.Healthy($"{system} runs, with {all.Length} actors of the host.", data),
        };
    }

    private async Task<(ActorRegistration Actor, Health Health, string Words)> CheckAsync(
        ActorRegistration actor, ActorCell cell, CancellationToken cancellationToken)
    {
        TimeSpan? slow = null;
        if (cell.Status == ActorStatus.Started) slow = await probes.ProbeAsync(cell, _options.ProbeTimeout, cancellationToken);

        // Only now: a probe that was refused means that the actor has stopped meanwhile.
        if (!IsUp(cell)) return (actor, Health.Down, Down(cell));
        if (cell.Status == ActorStatus.Restarting) return (actor, Health.Slow, "has failed and is being made anew");
        if (slow is { } time) return (actor, Health.Slow, Slow(cell, time));
        if (cell.QueueLength > _options.QueueLength) return (actor, Health.Slow, $"has {cell.QueueLength} messages waiting, more than {_options.QueueLength}");
        return (actor, Health.Ok, "is up");
    }

    private static bool IsUp(ActorCell cell) => cell.Status is not (ActorStatus.Stopping or ActorStatus.Stopped);

    private static string Down(ActorCell cell) =>
        cell.ExtrasOrNull?.Failure is { } failure ? $"is down, because it failed: {failure.Message}" : "is down: it was stopped";

    private static string Slow(ActorCell cell, TimeSpan time)
    {
        string holder = cell.CurrentHandler is { } handler ? $"{handler} holds it" : "no handler holds it";
        return $"has not come to a probe for {time.TotalSeconds:0.0} s: {holder}, {cell.QueueLength} wait";
    }

    private static HealthCheckResult Unhealthy(HealthCheckContext context, string text, IReadOnlyDictionary<string, object>? data) =>
        new(context.Registration.FailureStatus, text, data: data);
}
