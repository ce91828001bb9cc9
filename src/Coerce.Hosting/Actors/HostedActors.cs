using Coerce.Dispatch;

namespace Coerce.Hosting;

/// <summary>The actors that were added with <c>AddActor</c>: from the first use of their refs to the start of the host they are there
/// without an object, and what they are sent waits.</summary>
/// <remarks>Thread-safe. Disposed of before the system, which it was made after.</remarks>
internal sealed class HostedActors(ActorSystem system, Registrations registrations, IServiceProvider services) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ActorCell> _waiting = [];
    private volatile bool _haveStarted;

    public ActorSystem System => system;

    /// <summary>True once all have started.</summary>
    public bool HaveStarted => _haveStarted;

    public IReadOnlyList<ActorRegistration> Registrations => registrations.Actors;

    public ActorCell CellOf(ActorRegistration actor) => actor.Ref(services).Cell;

    public ActorCell Reserve(Props props, string id)
    {
        ActorCell cell = system.Add(null, props, id);
        lock (_lock) _waiting.Add(cell);
        return cell;
    }

    /// <summary>Starts the actors, one after the other, in the order in which they were added.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (ActorRegistration actor in registrations.Actors)
        {
            try
            {
                ActorCell cell = CellOf(actor);
                lock (_lock) _waiting.Remove(cell);
                await system.StartAsync(cell, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw new InvalidOperationException(
                    $"The host does not start, because one of its actors does not: {actor.Name}, added with AddActor. {failure.Message}", failure);
            }
        }

        _haveStarted = true;
    }

    /// <summary>Gives up those that have not been started: the host will not start them any more.</summary>
    public void Dispose()
    {
        ActorCell[] waiting;
        lock (_lock)
        {
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (ActorCell cell in waiting) cell.Abandon();
    }
}
