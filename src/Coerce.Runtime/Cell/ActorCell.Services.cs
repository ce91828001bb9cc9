using Coerce.Cells;

namespace Coerce.Dispatch;

// What handlers and constructors can ask for beside the message.
public abstract partial class ActorCell
{
    /// <summary>The token for handlers: cancelled when the actor has to stop before the turn has ended.</summary>
    public CancellationToken TurnToken => Extras.TurnToken();

    /// <summary>The actor's context.</summary>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    public ActorContext<TRef> Context<TRef>()
        where TRef : ActorRef
    {
        CellExtras extras = Extras;
        return (ActorContext<TRef>)(extras.Context ??= Props.NewContext(this));
    }

    /// <summary>A service for a parameter marked <see cref="FromServicesAttribute"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such service.</exception>
    public TService Service<TService>()
        where TService : notnull
    {
        if (System.Options.Services is not { } services)
        {
            throw new InvalidOperationException(
                $"{this} takes {typeof(TService)} from services, but the actor system '{System.Name}' has none: set ActorSystemOptions.Services.");
        }

        return services.GetService(typeof(TService)) is TService service
            ? service
            : throw new InvalidOperationException(
                $"{this} takes {typeof(TService)} from services, and no such service is registered: register it before the actor is spawned.");
    }
}
