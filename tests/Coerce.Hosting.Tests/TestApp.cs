using Coerce.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Coerce.Hosting.Tests;

/// <summary>A host without anything of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly Lazy<IHost> _host;
    private bool _hasStarted;

    public TestApp(Action<CoerceBuilder> actors, params (string Key, string Value)[] settings)
    {
        Builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "tests" });
        Builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        Builder.Services.AddSingleton<ILoggerFactory>(Logs);
        Builder.AddCoerce(actors);
        _host = new(Builder.Build);
    }

    public HostApplicationBuilder Builder { get; }

    public IHost Host => _host.Value;

    public CapturedLogs Logs { get; } = new();

    public ActorSystem System => Get<ActorSystem>();

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public T Get<T>(string key)
        where T : notnull => Host.Services.GetRequiredKeyedService<T>(key);

    public async Task<TestApp> StartedAsync()
    {
        await Host.StartAsync();
        _hasStarted = true;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_host.IsValueCreated) return;
        if (_hasStarted && !Get<IHostApplicationLifetime>().ApplicationStopped.IsCancellationRequested) await Host.StopAsync();
        await ((IAsyncDisposable)Host).DisposeAsync();
    }
}
