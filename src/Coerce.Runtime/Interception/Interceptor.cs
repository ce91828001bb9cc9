namespace Coerce;

/// <summary>What stands around the turns of actors, <see cref="TurnInterceptor"/>, or around what is sent to them,
/// <see cref="SendInterceptor"/>.</summary>
/// <remarks>One instance serves all actors of a class in a system, and must be thread-safe.</remarks>
public abstract class Interceptor
{
    private protected Interceptor()
    {
    }
}
