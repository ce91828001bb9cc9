using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Coerce.Hosting;

/// <summary>What the host knows of the options before any code changes them: its services and its configuration.</summary>
internal sealed class OptionsOfHost(IServiceProvider services) : IConfigureOptions<CoerceOptions>
{
    public void Configure(CoerceOptions options)
    {
        options.Name = services.GetService<IHostEnvironment>()?.ApplicationName ?? "";
        ActorSystemOptions system = options.System;
        system.Services = services;
        if (services.GetService<ILoggerFactory>() is { } loggers) system.LoggerFactory = loggers;
        if (services.GetService<TimeProvider>() is { } clock) system.Clock = clock;
        foreach (ActorModule module in services.GetRequiredService<Registrations>().Modules) system.Modules.Add(module);
        if (services.GetService<IConfiguration>() is { } configuration) Read(configuration.GetSection(CoerceOptions.Section), options);
    }

    private static void Read(IConfigurationSection section, CoerceOptions options)
    {
        ActorSystemOptions system = options.System;
        var reader = new SectionReader(section, options.Problems);
        reader.Text(nameof(options.Name), name => options.Name = name);
        reader.Time(nameof(system.AskTimeout), time => system.AskTimeout = time);
        reader.Time(nameof(system.ShutdownTimeout), time => system.ShutdownTimeout = time);
        reader.Choice<TopFailurePolicy>(nameof(system.OnTopFailure), policy => system.OnTopFailure = policy);
        reader.Section(nameof(options.Health), health =>
        {
            health.Time(nameof(options.Health.ProbeTimeout), time => options.Health.ProbeTimeout = time);
            health.Number(nameof(options.Health.QueueLength), number => options.Health.QueueLength = number);
        });
        reader.End();
    }
}
