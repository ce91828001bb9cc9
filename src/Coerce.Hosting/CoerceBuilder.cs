using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Coerce.Hosting;

/// <summary>Says which actors a host has. Not thread-safe: for the start of a program.</summary>
public sealed class CoerceBuilder
{
    private readonly Registrations _registrations;

    internal CoerceBuilder(IServiceCollection services, Registrations registrations)
    {
        Services = services;
        _registrations = registrations;
    }

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Changes the options of the system, after they were read from the configuration.</summary>
    /// <param name="configure">What to change.</param>
    /// <returns>This builder.</returns>
    public CoerceBuilder Configure(Action<CoerceOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Adds an actor that starts with the host, and makes its ref a service.</summary>
    /// <remarks>
    /// <para>Actors start before the other services of the host, in the order in which they were added, each after the <c>[OnStart]</c> of
    /// the one before has ended. One that fails keeps the host from starting.</para>
    /// <para>Its ref may be injected from the first moment on: what is sent to the actor before it starts waits. Where there are several
    /// actors of a class, say which one: <c>[FromKeyedServices("id")]</c>.</para>
    /// </remarks>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <param name="props">The recipe.</param>
    /// <param name="id">The id, by which <see cref="ActorSystem.Find"/> finds the actor.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not usable as an id, or another actor has it.</exception>
    public CoerceBuilder AddActor<TRef>(Props<TRef> props, string id)
        where TRef : ActorRef
    {
        ArgumentNullException.ThrowIfNull(props);
        return AddActor(_ => props, id);
    }

    /// <inheritdoc cref="AddActor{TRef}(Props{TRef}, string)"/>
    /// <param name="props">Makes the recipe, with the services of the host: other actors' refs among them.</param>
    /// <param name="id">The id, by which <see cref="ActorSystem.Find"/> finds the actor.</param>
    public CoerceBuilder AddActor<TRef>(Func<IServiceProvider, Props<TRef>> props, string id)
        where TRef : ActorRef
    {
        ArgumentNullException.ThrowIfNull(props);
        var registration = new ActorRegistration<TRef>(id, props);
        _registrations.Add(registration);
        Services.AddKeyedSingleton(id, (services, _) => registration.Reserve(services));
        Services.TryAddSingleton(static services => (TRef)services.GetRequiredService<Registrations>().Only(typeof(TRef)).Ref(services));
        return this;
    }

    /// <summary>Lists the actors of an assembly in <see cref="ActorSystem.Catalog"/>.</summary>
    /// <param name="module">The generated module: <c>Coerce.Modules.My_Bank.Instance</c> for the assembly <c>My.Bank</c>.</param>
    /// <returns>This builder.</returns>
    public CoerceBuilder AddModule(ActorModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _registrations.Modules.Add(module);
        return this;
    }
}
