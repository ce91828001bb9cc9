using Coerce.Cells;
using Coerce.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

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

        if (System.ServiceScopes is { } scopes) services = (Extras.ServiceScope ?? EnterServices(scopes)).ServiceProvider;
        return services.GetService(typeof(TService)) is TService service
            ? service
            : throw new InvalidOperationException(
                $"{this} takes {typeof(TService)} from services, and no such service is registered: register it before the actor is spawned.");
    }

    private IServiceScope EnterServices(IServiceScopeFactory scopes)
    {
        // Somebody has to dispose of it, also when nobody can reach the actor any more.
        MindLastRef();
        return Extras.ServiceScope = scopes.CreateScope();
    }

    /// <summary>Disposes of the services that were made for the actor's object. For the owner of the turn.</summary>
    internal async Task LeaveServicesAsync()
    {
        if (_extras is not { ServiceScope: { } scope } extras) return;
        extras.ServiceScope = null;
        try
        {
            if (scope is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else scope.Dispose();
        }
        catch (Exception failure)
        {
            Log.ServicesFailed(System.Logger, ToString(), failure);
        }
    }
}
