using Coerce;
using Coerce.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds actors to a host.</summary>
public static class CoerceServiceCollectionExtensions
{
    /// <summary>Adds an actor system that starts and stops with the host. Calling it again adds to the same system.</summary>
    /// <remarks>The <see cref="ActorSystem"/> is a service. Its options come from the section <c>Coerce</c> of the configuration, if there
    /// is one; its services, logger factory and <see cref="TimeProvider"/> are the host's.</remarks>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Which actors there are, and how the system behaves.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static TBuilder AddCoerce<TBuilder>(this TBuilder builder, Action<CoerceBuilder>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddCoerce(configure);
        return builder;
    }

    /// <inheritdoc cref="AddCoerce{TBuilder}(TBuilder, Action{CoerceBuilder})"/>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Which actors there are, and how the system behaves.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddCoerce(this IServiceCollection services, Action<CoerceBuilder>? configure = null)
    {
        if (Registrations.Of(services) is not { } registrations)
        {
            services.AddSingleton(registrations = new Registrations());
            services.AddSingleton<IConfigureOptions<CoerceOptions>, OptionsOfHost>();
            services.AddSingleton<IValidateOptions<CoerceOptions>, OptionsCheck>();
            services.AddOptions<CoerceOptions>().ValidateOnStart();
            services.AddSingleton(static services =>
            {
                CoerceOptions options = services.GetRequiredService<IOptions<CoerceOptions>>().Value;
                return new ActorSystem(options.Name, options.System);
            });
            services.AddSingleton(typeof(IEntities<>), typeof(Entities<>));
            services.AddSingleton<HostedActors>();
            services.AddSingleton<HealthProbes>();
            services.AddHostedService<HostedSystem>();
        }

        configure?.Invoke(new CoerceBuilder(services, registrations));
        return services;
    }
}
