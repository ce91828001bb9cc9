using Microsoft.Extensions.DependencyInjection;

namespace Coerce.Hosting;

/// <summary>What was added to a collection of services, for all <c>AddCoerce</c> calls on it together.</summary>
internal sealed class Registrations
{
    public List<ActorRegistration> Actors { get; } = [];

    public List<ActorModule> Modules { get; } = [];

    public static Registrations? Of(IServiceCollection services) => services
        .FirstOrDefault(static service => service.ServiceType == typeof(Registrations))?.ImplementationInstance as Registrations;

    public void Add(ActorRegistration actor)
    {
        ActorRegistration? other = Actors.Find(one => one.Id == actor.Id);
        if (other is not null)
            throw new ArgumentException($"There are two actors with the id '{actor.Id}', {other.Name} and {actor.Name}: give one of them another id.", "id");

        Actors.Add(actor);
    }

    /// <summary>The only actor with a kind of ref.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public ActorRegistration Only(Type refType)
    {
        ActorRegistration[] all = [.. Actors.Where(actor => actor.RefType == refType)];
        if (all.Length == 1) return all[0];

        throw new InvalidOperationException(
            $"There are {all.Length} actors with a {refType.Name}: {string.Join(", ", all.Select(actor => $"'{actor.Id}'"))}. " +
            $"Say which one you want, [FromKeyedServices(\"{all[0].Id}\")] {refType.Name}.");
    }
}
