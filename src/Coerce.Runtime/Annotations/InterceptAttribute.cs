namespace Coerce;

/// <summary>Puts an interceptor around the turns of an actor, or around what is sent to it. On an assembly: of all its actors.</summary>
/// <remarks>
/// <para>Several may be given. The first is the outermost; those of the assembly come before those of the class.</para>
/// <para>There is one instance for an actor class in a system. Its constructor takes services, from
/// <see cref="ActorSystemOptions.Services"/>.</para>
/// </remarks>
/// <typeparam name="TInterceptor">A class that derives from <see cref="TurnInterceptor"/> or <see cref="SendInterceptor"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class InterceptAttribute<TInterceptor> : Attribute
    where TInterceptor : Interceptor;
