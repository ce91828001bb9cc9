namespace Coerce;

/// <summary>Marks the method that runs before the first message of an actor.</summary>
/// <remarks>It returns <c>void</c>, <see cref="Task"/> or <see cref="ValueTask"/> and may take an
/// <see cref="ActorContext{TRef}"/>, a <see cref="CancellationToken"/> and services. When it throws, the actor stops;
/// <see cref="ActorSystem.SpawnAsync"/> reports that to its caller.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnStartAttribute : Attribute;

/// <summary>Marks the method that runs after the last message of an actor, once its children have stopped.</summary>
/// <remarks>It has the shape of an <see cref="OnStartAttribute"/> method. What it throws is logged; the actor stops all
/// the same. It does not run when <c>[OnStart]</c> failed.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnStopAttribute : Attribute;

/// <summary>Marks the method that runs on an actor's failed object before a restart replaces it.</summary>
/// <remarks>It has the shape of an <see cref="OnStartAttribute"/> method and may also take the <see cref="Exception"/>. What it
/// throws is logged. The new object's <c>[OnStart]</c> runs afterwards.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnRestartAttribute : Attribute;
