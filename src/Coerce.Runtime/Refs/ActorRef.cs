using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>A reference to an actor: the base of the refs that the generator writes, such as <c>AccountRef</c>.</summary>
/// <remarks>Thread-safe. Two refs are equal when they refer to the same actor.</remarks>
[DebuggerDisplay("{ToString(),nq} ({Status})")]
public abstract class ActorRef : IEquatable<ActorRef>
{
    internal readonly ActorCell Cell;

    /// <summary>For generated refs.</summary>
    /// <param name="cell">The actor.</param>
    protected ActorRef(ActorCell cell) => Cell = cell;

    /// <summary>The actor as generated refs know it, which name its class when they are made.</summary>
    /// <typeparam name="TActor">The actor's class.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected ActorCell<TActor> CellOf<TActor>()
        where TActor : class
    {
        Debug.Assert(Cell is ActorCell<TActor>, "The ref and its cell disagree.");
        return Unsafe.As<ActorCell<TActor>>(Cell);
    }

    /// <summary>The id given to <c>Spawn</c>, or a made-up one that starts with <c>$</c>.</summary>
    public string Id => Cell.Id;

    /// <summary>The ids from the top of the system down to this actor, as in <c>/teller/alice</c>.</summary>
    public string Path => Cell.Path;

    /// <summary>Where the actor is in its life.</summary>
    public ActorStatus Status => Cell.Status;

    /// <summary>Stops the actor: what was sent before is still handled, then its children stop, then its
    /// <c>[OnStop]</c> runs.</summary>
    /// <remarks>
    /// <para>Messages that come later, or are still waiting when it stops <paramref name="immediately"/>, go to
    /// <see cref="ActorSystem.DeadLetters"/>; asks fail with <see cref="ActorStoppedException"/>. Stopping twice is no
    /// error.</para>
    /// <para>An entity is passivated: what comes later, or still waits, activates it again.</para>
    /// <para>Do not await this in one of the actor's own handlers, which the stop would wait for: call
    /// <see cref="ActorContext.Stop"/> there.</para>
    /// </remarks>
    /// <param name="immediately">Goes ahead of the messages that wait and cancels the token of the handler that runs;
    /// that handler is still waited for.</param>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <returns>A task that ends when the actor has stopped and its id is free.</returns>
    public Task StopAsync(bool immediately = false, CancellationToken cancellationToken = default)
    {
        Task stopped = Cell.Stop(immediately);
        return stopped.WaitAsync(cancellationToken);
    }

    /// <summary>True when both refer to the same actor.</summary>
    public static bool operator ==(ActorRef? left, ActorRef? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True when they refer to different actors.</summary>
    public static bool operator !=(ActorRef? left, ActorRef? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(ActorRef? other) => other is not null && ReferenceEquals(Cell, other.Cell);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as ActorRef);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Cell.GetHashCode();

    /// <summary>The actor's type and path, as in <c>Account '/alice'</c>.</summary>
    public sealed override string ToString() => Cell.ToString();
}
