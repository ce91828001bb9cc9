using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Coerce.Hosting;

/// <summary>Starts the actors before all services of the host, and stops them after all of these have stopped: whatever the host runs
/// can use actors from its start to its stop.</summary>
internal sealed class HostedSystem(
    HostedActors actors, IOptions<CoerceOptions> options, IOptions<HostOptions> host, ILogger<HostedSystem> logger) : IHostedLifecycleService
{
    /// <summary>What actors get at least, also when others have used up the host's time: they may have something to save.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private long _stoppingSince;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await actors.StartAsync(cancellationToken);
        }
        catch
        {
            actors.Dispose();
            await actors.System.DisposeAsync();
            throw;
        }

        HostLog.Started(logger, actors.System.Name, actors.Registrations.Count);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stoppingSince = Stopwatch.GetTimestamp();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        actors.Dispose();
        try
        {
            await StopWithinAsync(TimeLeft(), cancellationToken);
        }
        catch (ShutdownTimeoutException late)
        {
            // The host has others to stop, and a process that ends anyhow.
            HostLog.Late(logger, late.Message);
            return;
        }
        finally
        {
            actors.System.FailUnanswered();
        }

        HostLog.Stopped(logger, actors.System.Name);
    }

    private async Task StopWithinAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            await actors.System.StopAsync(time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host waits no longer. What is in a mailbox is still refused, so that nobody waits for it in vain.
            await actors.System.StopAsync(Least, CancellationToken.None);
        }
    }

    private TimeSpan TimeLeft()
    {
        // Not all of it: the actors that are late are to be told, and logged, while the host still waits.
        TimeSpan left = (host.Value.ShutdownTimeout - Stopwatch.GetElapsedTime(_stoppingSince)) * 0.9;
        TimeSpan wanted = options.Value.System.ShutdownTimeout;
        return left > wanted ? wanted : left < Least ? Least : left;
    }
}
