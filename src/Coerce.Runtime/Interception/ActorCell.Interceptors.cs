namespace Coerce.Dispatch;

// The interceptors of an actor, which it shares with all of its class.
public abstract partial class ActorCell
{
    /// <summary>Those around its turns, from the outside in.</summary>
    internal TurnInterceptor[] TurnInterceptors => Extras.TurnInterceptors ??= FindTurnInterceptors();

    /// <summary>Those around what is sent to it, from the outside in.</summary>
    internal SendInterceptor[] SendInterceptors => Extras.SendInterceptors ??= FindSendInterceptors();

    private protected abstract TurnInterceptor[] FindTurnInterceptors();

    private protected abstract SendInterceptor[] FindSendInterceptors();
}
