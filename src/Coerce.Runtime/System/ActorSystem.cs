using System.Diagnostics;
using Coerce.Cells;
using Coerce.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;
using Microsoft.Extensions.Logging;

namespace Coerce;

/// <summary>Where actors live: spawns them, finds them by id and stops them all.</summary>
/// <remarks>Thread-safe. Dispose it, which stops the actors, children before parents.</remarks>
/// <example>
/// <code>
/// await using var system = new ActorSystem("bank");
/// AccountRef alice = system.Spawn(Account.Props(balance: 50), "alice");
/// uint balance = await alice.AskAsync(new Deposit(40));
/// </code>
/// </example>
[DebuggerDisplay("ActorSystem {Name,nq} ({_children.Snapshot().Length} actors at the top)")]
public sealed class ActorSystem : IAsyncDisposable
{
    private readonly ChildTable _children;
    private long _anonymousIds;

    /// <summary>Makes a system without actors.</summary>
    /// <param name="name">For logs and messages; a program may have several systems.</param>
    /// <param name="options">How it behaves; null for the defaults. Later changes to the object have no effect.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ActorSystem(string name, ActorSystemOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Options = (options ?? new ActorSystemOptions()).Checked();
        Logger = Options.LoggerFactory.CreateLogger<ActorSystem>();
        DeadLetters = new DeadLetters(Logger);
        _children = new ChildTable(KeepsContext, isOfActor: false);
        Census.Add(this);
        AskDeadlines = Options.Scheduler?.NewDeadlines(Options.AskTimeout) ?? new AskDeadlines(Options.AskTimeout, Options.DeadlineClock);
        Catalog = new ActorCatalog();
        foreach (ActorModule module in Options.Modules) Catalog.Add(module);
    }

    /// <summary>The name given to the constructor.</summary>
    public string Name { get; }

    /// <summary>Messages that no actor handled.</summary>
    public DeadLetters DeadLetters { get; }

    /// <summary>The actors of <see cref="ActorSystemOptions.Modules"/>.</summary>
    public ActorCatalog Catalog { get; }

    internal ActorSystemOptions Options { get; }

    internal ILogger Logger { get; }

    internal AskDeadlines AskDeadlines { get; }

    internal AskGraph AskGraph { get; } = new();

    /// <summary>With a scheduler of its own the system stays in the context that it is called from: that is the scheduler's. Its
    /// waits then follow the system's clock, which the scheduler goes with.</summary>
    internal bool KeepsContext => Options.Scheduler is not null;

    /// <summary>Spawns an actor at the top of the system.</summary>
    /// <remarks>The constructor runs in the caller's thread, and what it throws comes out here. <c>[OnStart]</c> runs
    /// later, before the first message; <see cref="SpawnAsync"/> waits for it.</remarks>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <param name="props">The recipe, from the generated <c>Props(...)</c> of the actor's class.</param>
    /// <param name="id">The id by which <see cref="Find"/> finds the actor; null for an anonymous one, which stops when nobody has a
    /// ref to it any more.</param>
    /// <returns>The actor's ref.</returns>
    /// <exception cref="ActorAlreadyExistsException">A live actor at the top has that id.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty, too long, starts with <c>$</c> or has a
    /// <c>/</c> in it.</exception>
    /// <exception cref="ObjectDisposedException">The system is stopping or has stopped.</exception>
    public TRef Spawn<TRef>(Props<TRef> props, string? id = null)
        where TRef : ActorRef => SpawnUnder(null, props, id);

    /// <summary>Spawns an actor at the top of the system and waits until its <c>[OnStart]</c> has ended.</summary>
    /// <inheritdoc cref="Spawn"/>
    /// <param name="props">The recipe, from the generated <c>Props(...)</c> of the actor's class.</param>
    /// <param name="id">The id by which <see cref="Find"/> finds the actor; null for an anonymous one, which stops when nobody has a
    /// ref to it any more.</param>
    /// <param name="cancellationToken">Ends the wait and stops the actor.</param>
    /// <exception cref="ActorStartException"><c>[OnStart]</c> failed; the actor has stopped and its id is free.</exception>
    public ValueTask<TRef> SpawnAsync<TRef>(
        Props<TRef> props, string? id = null, CancellationToken cancellationToken = default)
        where TRef : ActorRef => SpawnUnderAsync(null, props, id, cancellationToken);

    /// <summary>Spawns a pool of like actors that share one ref: what is sent to it goes to one of them.</summary>
    /// <remarks>
    /// The members are children of the pool, under the ids <c>0</c>, <c>1</c> and so on. They fail as
    /// <paramref name="props"/> say. One that stops is not replaced; with the last one the pool stops. Stopping the pool stops
    /// its members after what they have been sent. <see cref="Pool.Of"/> gives access to them and changes their number.
    /// </remarks>
    /// <typeparam name="TRef">The actors' ref, and the pool's.</typeparam>
    /// <param name="props">The recipe of each member.</param>
    /// <param name="size">How many members, at least 1.</param>
    /// <param name="routing">Which member gets a message; null for <see cref="Routing.RoundRobin"/>.</param>
    /// <param name="id">The pool's id; null for an anonymous one.</param>
    /// <returns>The pool's ref.</returns>
    /// <exception cref="ActorAlreadyExistsException">A live actor at the top has that id.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not usable as an id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The system is stopping or has stopped.</exception>
    public TRef SpawnPool<TRef>(Props<TRef> props, int size, Routing? routing = null, string? id = null)
        where TRef : ActorRef => PoolRouter.Spawn(this, null, props, size, routing, id);

    /// <summary>Spawns a pool and waits until the <c>[OnStart]</c> of each of its members has ended.</summary>
    /// <inheritdoc cref="SpawnPool"/>
    /// <param name="props">The recipe of each member.</param>
    /// <param name="size">How many members, at least 1.</param>
    /// <param name="routing">Which member gets a message; null for <see cref="Routing.RoundRobin"/>.</param>
    /// <param name="id">The pool's id; null for an anonymous one.</param>
    /// <param name="cancellationToken">Ends the wait and stops the pool.</param>
    /// <exception cref="ActorStartException">The <c>[OnStart]</c> of a member failed; the pool has stopped and its id is free.</exception>
    public ValueTask<TRef> SpawnPoolAsync<TRef>(
        Props<TRef> props, int size, Routing? routing = null, string? id = null, CancellationToken cancellationToken = default)
        where TRef : ActorRef => PoolRouter.SpawnAsync(this, null, props, size, routing, id, cancellationToken);

    /// <summary>The live actor with an id, or with a path such as <c>teller/alice</c>.</summary>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <param name="id">The id, or the path of a child; a leading <c>/</c> is allowed.</param>
    /// <returns>Its ref; null when there is no such actor, when it stops or has stopped, or when it is of another type.</returns>
    public TRef? Find<TRef>(string id)
        where TRef : ActorRef
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ChildTable? table = _children;
        ActorCell? cell = null;
        foreach (string part in id.TrimStart('/').Split('/'))
        {
            if (table is null || !table.TryFind(part, out cell)) return null;
            table = cell.ExtrasOrNull?.ChildrenOrNull;
        }

        return cell is { Status: ActorStatus.Starting or ActorStatus.Started, Props: Props<TRef> props } ? props.NewRef(cell) : null;
    }

    /// <summary>Stops all actors, children before parents, and waits for them at most for
    /// <see cref="ActorSystemOptions.ShutdownTimeout"/>. No actor can be spawned from then on.</summary>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <exception cref="ShutdownTimeoutException">Some actors did not stop in time; it names them.</exception>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        _children.Close();
        ActorCell[] cells = _children.Snapshot();
        foreach (ActorCell cell in cells) cell.RequestStop(immediately: false);
        Task all = Task.WhenAll(cells.Select(static cell => cell.Termination));

        TimeSpan inOrder = Options.ShutdownTimeout * 0.75;
        if (await EndsWithinAsync(all, inOrder, cancellationToken).ConfigureAwait(KeepsContext)) return;
        foreach (ActorCell cell in cells) cell.RequestStop(immediately: true);
        if (await EndsWithinAsync(all, Options.ShutdownTimeout - inOrder, cancellationToken).ConfigureAwait(KeepsContext)) return;

        // Whoever stopped in the last moment is not among them; then nobody is late.
        string[] late = [.. Late(_children).Select(static cell => Description.OfBusy(cell))];
        if (late.Length > 0) throw new ShutdownTimeoutException(Name, Options.ShutdownTimeout, late);
    }

    /// <summary>Stops the system as <see cref="StopAsync"/> does; actors that do not stop in time are logged as an error and
    /// left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync().ConfigureAwait(KeepsContext);
        }
        catch (ShutdownTimeoutException late)
        {
            // An exception out of a dispose would hide the one that is on its way.
            Log.ShutdownTimedOut(Logger, late.Message);
        }
    }

    internal void FailedAtTheTop(ActorCell cell, Exception failure)
    {
        Log.FailedAtTheTop(Logger, cell.ToString(), Options.OnTopFailure, failure);
        if (Options.OnTopFailure == TopFailurePolicy.StopSystem) _ = DisposeAsync().AsTask();
    }

    /// <summary>Runs something where turns run.</summary>
    internal void Schedule(IThreadPoolWorkItem work)
    {
        if (Options.Scheduler is { } scheduler) scheduler.Schedule(work);
        else ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
    }

    /// <summary>What waiters of the runtime wait for: they go on in threads of their own, or where the system's scheduler puts
    /// them. With that, nothing may take the way through the pool, which <see cref="Task.WhenAll(Task[])"/> would.</summary>
    internal TaskCompletionSource NewSignal() => new(SignalOptions);

    /// <inheritdoc cref="NewSignal"/>
    internal TaskCreationOptions SignalOptions =>
        KeepsContext ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    internal string NextAnonymousId() => "$" + Interlocked.Increment(ref _anonymousIds);

    internal InterceptorTable Interceptors { get; } = new();

    internal ChildTable ChildrenOf(ActorCell? parent) => parent is null ? _children : parent.Extras.Children(parent);

    internal TRef SpawnUnder<TRef>(ActorCell? parent, Props<TRef> props, string? id)
        where TRef : ActorRef
    {
        ActorCell cell = Add(parent, props, id);
        cell.Start();
        return props.NewRef(cell);
    }

    internal async ValueTask<TRef> SpawnUnderAsync<TRef>(
        ActorCell? parent, Props<TRef> props, string? id, CancellationToken cancellationToken)
        where TRef : ActorRef
    {
        cancellationToken.ThrowIfCancellationRequested();
        ActorCell cell = Add(parent, props, id);
        if (StartWait.Start(cell) is not { } start) return props.NewRef(cell);

        try
        {
            await start.EndAsync(cancellationToken).ConfigureAwait(KeepsContext);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller never gets the ref: nobody else could stop the actor.
            cell.RequestStop(immediately: true);
            throw;
        }

        return props.NewRef(cell);
    }

    /// <summary>Makes a cell and gives it its place in the tree; the caller starts it.</summary>
    internal ActorCell Add(ActorCell? parent, Props props, string? id, PoolRouter? router = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (id is not null) ActorId.Check(id);
        ActorCell cell = router is null ? props.NewCell(this, parent, id) : props.NewPoolCell(this, parent, id, router);
        if (ChildrenOf(parent).TryAdd(cell)) return cell;

        throw parent is null
            ? new ObjectDisposedException(
                nameof(ActorSystem), $"The actor system '{Name}' is stopping: no actor can be spawned in it any more.")
            : ActorStoppedException.ForSpawn(parent.ToString(), parent.Path, props.Descriptor.DisplayName);
    }

    private async Task<bool> EndsWithinAsync(Task task, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            TimeProvider clock = KeepsContext ? Options.Clock : Options.DeadlineClock ?? TimeProvider.System;
            await task.WaitAsync(time, clock, cancellationToken).ConfigureAwait(KeepsContext);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>The actors that keep others waiting: those that have not stopped and have no child that has not.</summary>
    private static IEnumerable<ActorCell> Late(ChildTable table)
    {
        foreach (ActorCell cell in table.Snapshot())
        {
            bool waitsForChildren = false;
            foreach (ActorCell late in cell.ExtrasOrNull?.ChildrenOrNull is { } children ? Late(children) : [])
            {
                waitsForChildren = true;
                yield return late;
            }

            if (!waitsForChildren) yield return cell;
        }
    }
}
