using Microsoft.Extensions.Logging;

namespace Injection;

public interface IClock
{
    DateTimeOffset Now { get; }
}

public interface IRepository<T>
    where T : class
{
    ValueTask<T?> FindAsync(string id, CancellationToken cancellationToken);
}

public sealed record Customer(string Id, string Name);

public sealed record Greet(string Id);

[Actor("injection.greeter")]
public sealed partial class Greeter(string salutation, [FromServices] IClock clock, [FromServices] ILogger<Greeter> logger, ActorContext<GreeterRef> context)
{
    [OnStart] void Started([FromServices] IClock other) => logger.LogInformation("{Path} at {Now}", context.Path, other.Now);

    [Handles]
    async Task<string?> On(Greet message, [FromServices] IRepository<Customer> customers, CancellationToken cancellationToken)
        => await customers.FindAsync(message.Id, cancellationToken) is { } customer ? $"{salutation} {customer.Name} at {clock.Now}" : null;

    [Handles] int Count([FromServices] IReadOnlyList<IClock> clocks) => clocks.Count;

    [OnStop] ValueTask Stopped([FromServices] IClock other, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

public sealed class Services(IClock clock) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(IClock) ? clock : null;
}

public static class Use
{
    public static async Task<string?> RunAsync(IClock clock)
    {
        await using var system = new ActorSystem("injection", new ActorSystemOptions { Services = new Services(clock), AskTimeout = TimeSpan.FromSeconds(5) });
        GreeterRef greeter = system.Spawn(Greeter.Props("Hello"), "greeter");
        return await greeter.AskAsync(new Greet("1")) + await greeter.CountAsync();
    }
}
