using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>The generated switch from tags to handlers. One instance serves all actors of a class.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActorDispatcher<TActor>
    where TActor : class
{
    /// <summary>Reads what the overrides say once, so that a spawn need not.</summary>
    protected ActorDispatcher() => IsSimple = !HasStart && !HasStop && !HasSubscriptions;

    /// <summary>True when an actor begins with its constructor and ends without a trace.</summary>
    internal bool IsSimple { get; }

    /// <summary>What the actor is called and what it handles; the handlers in the order of their tags.</summary>
    public abstract ActorDescriptor Descriptor { get; }

    /// <summary>What the actor's attribute says beside its name.</summary>
    public virtual ActorSettings Settings => ActorSettings.Default;

    /// <summary>True when the actor has an <c>[OnStart]</c> method.</summary>
    public virtual bool HasStart => false;

    /// <summary>True when the actor has an <c>[OnStop]</c> method.</summary>
    public virtual bool HasStop => false;

    /// <summary>True when the actor has handlers with <c>[Subscribes]</c>.</summary>
    public virtual bool HasSubscriptions => false;

    /// <summary>Subscribes the handlers with <c>[Subscribes]</c>, when the actor starts.</summary>
    public virtual void Subscribe(ActorCell<TActor> cell)
    {
    }

    /// <summary>Makes the interceptors around turns, from the outside in.</summary>
    public virtual TurnInterceptor[] NewTurnInterceptors(ActorCell<TActor> cell) => [];

    /// <summary>Makes the interceptors around what is sent, from the outside in.</summary>
    public virtual SendInterceptor[] NewSendInterceptors(ActorCell<TActor> cell) => [];

    /// <summary>The generated dispatcher, where this one stands in for it.</summary>
    internal virtual ActorDispatcher<TActor> Origin => this;

    /// <summary>Runs the handler of a queued message.</summary>
    /// <returns>True when the turn has ended, false when the handler still runs.</returns>
    public abstract bool Run(ActorCell<TActor> cell, Envelope envelope);

    /// <summary>Runs <c>[OnStart]</c>.</summary>
    public virtual ValueTask StartAsync(ActorCell<TActor> cell) => default;

    /// <summary>Runs <c>[OnRestart]</c>, on the object that failed.</summary>
    public virtual ValueTask RestartAsync(ActorCell<TActor> cell, Exception failure) => default;

    /// <summary>Runs <c>[OnStop]</c>.</summary>
    public virtual ValueTask StopAsync(ActorCell<TActor> cell) => default;
}
