using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

var options = new ActorSystemOptions
{
    LoggerFactory = NullLoggerFactory.Instance,
    AskTimeout = TimeSpan.FromSeconds(10),
    Scheduler = null,
};
options.ConfigureEntities<DeviceRef>(idleTime: TimeSpan.FromMinutes(5), maxLive: 50);
await using var system = new ActorSystem("plain", options);
foreach (ActorDescriptor actor in system.Catalog) Console.WriteLine($"{actor.Name} {actor.Handlers.Length} {actor.Behaviors.Length}");
DeviceRef device = system.Entity<DeviceRef>(Guid.NewGuid());
if (system.Find<DeviceRef>("device") is { } known) known.Tell(new Device.Messages.Restart());
Console.WriteLine(await device.RestartAsync());
await system.StopAsync(within: TimeSpan.FromSeconds(1));

[Actor("plain.device")]
internal sealed partial class Device([EntityKey] Guid id)
{
    private int _restarts;

    [Handles] string Restart() => $"{id} {++_restarts}";
}
