using Coerce.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace Coerce.Hosting;

/// <summary>An actor that lives with the host.</summary>
internal abstract class ActorRegistration
{
    /// <summary>The actors whose recipes this thread makes at this moment. Services are made in the thread that asks for them.</summary>
    [ThreadStatic]
    private static Stack<ActorRegistration>? t_inMaking;

    protected ActorRegistration(string id)
    {
        ActorId.Check(id);
        Id = id;
    }

    public string Id { get; }

    public abstract Type RefType { get; }

    /// <summary>The kind of ref and the id, for people.</summary>
    public string Name => $"{RefType.Name} '{Id}'";

    /// <summary>The actor's ref, from the services of a host.</summary>
    public ActorRef Ref(IServiceProvider services) => (ActorRef)services.GetRequiredKeyedService(RefType, Id);

    /// <summary>Runs what may need the refs of other actors. Recipes that need each other would never come to an end.</summary>
    protected T Make<T>(Func<T> make)
    {
        Stack<ActorRegistration> inMaking = t_inMaking ??= new();
        if (inMaking.Contains(this))
        {
            throw new InvalidOperationException(
                $"The recipes of {string.Join(" and ", inMaking.Reverse().Select(actor => actor.Name))} need each other's refs: " +
                "let one of the actors get the other's ref in a message.");
        }

        inMaking.Push(this);
        try
        {
            return make();
        }
        finally
        {
            inMaking.Pop();
        }
    }
}

/// <summary>An actor that lives with the host, and its recipe.</summary>
internal sealed class ActorRegistration<TRef>(string id, Func<IServiceProvider, Props<TRef>> recipe) : ActorRegistration(id)
    where TRef : ActorRef
{
    public override Type RefType => typeof(TRef);

    /// <summary>Gives the actor its place in the system. It is made when the host starts; what is sent to it before that waits.</summary>
    public TRef Reserve(IServiceProvider services)
    {
        Props<TRef> props = Make(() => recipe(services))
            ?? throw new InvalidOperationException($"The recipe of {Name} is null: return what the Props(...) of its class gives.");
        ActorCell cell = services.GetRequiredService<HostedActors>().Reserve(props, Id);
        return props.NewRef(cell);
    }
}
