using System.Diagnostics;
using Coerce.Cells;
using Coerce.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;
using Microsoft.Extensions.DependencyInjection;
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
public sealed partial class ActorSystem : IAsyncDisposable
{
    private readonly ChildTable _children;
    private readonly Lazy<ContractTable> _contracts;
    private TopicTable? _topics;
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
        EntityKinds = new EntityDirectories(this);
        Census.Add(this);
        AskDeadlines = Options.Scheduler?.NewDeadlines(Options.AskTimeout) ?? new AskDeadlines(Options.AskTimeout, Options.DeadlineClock);
        HasClockOfDeadlines = Options.DeadlineClock is null && ReferenceEquals(Options.Clock, TimeProvider.System);
        ServiceScopes = Options.Services?.GetService(typeof(IServiceScopeFactory)) as IServiceScopeFactory;
        Catalog = new ActorCatalog();
        foreach (ActorModule module in Options.Modules) Catalog.Add(module);
        _contracts = new(() => new ContractTable(Catalog.Contracts, this, Options.ContractLimits));
    }

    /// <summary>The name given to the constructor.</summary>
    public string Name { get; }

    /// <summary>Messages that no actor handled.</summary>
    public DeadLetters DeadLetters { get; }

    /// <summary>The actors of <see cref="ActorSystemOptions.Modules"/>.</summary>
    public ActorCatalog Catalog { get; }

    /// <summary>How the messages of <see cref="ActorSystemOptions.Modules"/> look outside of the process.</summary>
    public ContractTable Contracts => _contracts.Value;

    /// <summary>True from the first request to stop on, also when the system has stopped.</summary>
    internal bool IsStopping => _children.IsClosed;

    internal ActorSystemOptions Options { get; }

    /// <summary>Makes the scopes of actors that take services; null where services know no scopes.</summary>
    internal IServiceScopeFactory? ServiceScopes { get; }

    internal ILogger Logger { get; }

    internal AskDeadlines AskDeadlines { get; }

    internal AskGraph AskGraph { get; } = new();

    /// <summary>The topics there are.</summary>
    internal Topic[] Topics => Volatile.Read(ref _topics)?.All ?? [];

    /// <summary>A clock for how long something has lasted: coarse, cheap, in milliseconds, never 0.</summary>
    internal int Ticks
    {
        get
        {
            TimeProvider clock = Options.Clock;
            int ticks = ReferenceEquals(clock, TimeProvider.System)
                ? Environment.TickCount
                : unchecked((int)(clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMillisecond));
            return ticks == 0 ? 1 : ticks;
        }
    }

    /// <summary>True when <see cref="Ticks"/> are those of the deadlines.</summary>
    internal bool HasClockOfDeadlines { get; }

    /// <summary>Tells of actors on the system's own topics; null while nobody has asked for one of these.</summary>
    internal Lifecycles? Lifecycles { get; private set; }

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

    /// <summary>The live actor with an id, or with a path such as <c>teller/alice</c>. An entity that is live is found by its path too.</summary>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <param name="id">The id, or the path of a child; a leading <c>/</c> is allowed.</param>
    /// <returns>Its ref; null when there is no such actor, when it stops or has stopped, or when it is of another type.</returns>
    public TRef? Find<TRef>(string id)
        where TRef : ActorRef
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return FindCell(id) is { Props: Props<TRef> props } cell ? props.NewRef(cell) : null;
    }

    private ActorCell? FindCell(string id)
    {
        string[] parts = id.TrimStart('/').Split('/');
        ChildTable? table = _children;
        ActorCell? cell = null;
        int from = 0;
        if (parts.Length > 1 && EntityKinds.Find(parts[0]) is { } entities)
        {
            cell = entities.FindLive(parts[1]);
            table = cell?.ExtrasOrNull?.ChildrenOrNull;
            from = 2;
        }

        foreach (string part in parts.AsSpan(from))
        {
            if (table is null || !table.TryFind(part, out cell)) return null;
            table = cell.ExtrasOrNull?.ChildrenOrNull;
        }

        // One that is being made anew keeps its id, and takes messages.
        return cell is { Status: ActorStatus.Starting or ActorStatus.Started or ActorStatus.Restarting } ? cell : null;
    }

    /// <summary>The topic with a name, made when it is first asked for: <c>system.Topic&lt;OrderPlaced&gt;("orders")</c>.</summary>
    /// <remarks>A system keeps its topics: do not make up names without end.</remarks>
    /// <typeparam name="TEvent">What is published there.</typeparam>
    /// <param name="name">The name, which stands for one type of event.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or starts with <c>$</c> and is none of
    /// <see cref="SystemTopics"/>.</exception>
    /// <exception cref="InvalidOperationException">The topic carries another type of event.</exception>
    public Topic<TEvent> Topic<TEvent>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        TopicTable topics = Volatile.Read(ref _topics) ?? Interlocked.CompareExchange(ref _topics, new TopicTable(this), null) ?? _topics;
        return topics.Get<TEvent>(name);
    }

    /// <inheritdoc cref="Topic{TEvent}(string)"/>
    public Topic<TEvent> Topic<TEvent>(TopicName<TEvent> name) => Topic<TEvent>(name.Name);

    /// <summary>The actors of this moment, and what each is doing.</summary>
    /// <remarks>It looks at them from outside: no message is sent, so an actor that is stuck holds up nothing.</remarks>
    /// <param name="options">How much to tell; null for the defaults.</param>
    public SystemDescription Describe(DescribeOptions? options = null) => new Describer(this, options ?? new DescribeOptions()).Describe();

    /// <summary>Stops all actors, children before parents, and waits for them at most for
    /// <see cref="ActorSystemOptions.ShutdownTimeout"/>. No actor can be spawned from then on.</summary>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <exception cref="ShutdownTimeoutException">Some actors did not stop in time; it names them.</exception>
    public Task StopAsync(CancellationToken cancellationToken = default) => StopAsync(Options.ShutdownTimeout, cancellationToken);

    /// <summary>The same with another limit, such as what a host has left for it.</summary>
    /// <inheritdoc cref="StopAsync(CancellationToken)"/>
    /// <param name="within">How long to wait for the actors: for three quarters of it they handle what they have been sent, then they are
    /// stopped immediately. At most 24 days; zero stops them immediately and does not wait.</param>
    /// <param name="cancellationToken">Ends the wait, not the stop.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is negative, or over 24 days.</exception>
    public async Task StopAsync(TimeSpan within, CancellationToken cancellationToken = default)
    {
        if (within < TimeSpan.Zero || within.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(within), within, "The limit must be between zero and 24 days.");

        _children.Close();
        EntityKinds.Close();
        ActorCell[] cells = Top();
        cells = Array.FindAll(cells, static cell => !cell.TryStopAtOnce());
        foreach (ActorCell cell in cells) cell.RequestStop(immediately: false);
        Task all = Task.WhenAll(cells.Select(static cell => cell.Termination));

        TimeSpan inOrder = within * 0.75;
        if (await EndsWithinAsync(all, inOrder, cancellationToken).ConfigureAwait(KeepsContext)) return;
        foreach (ActorCell cell in cells) cell.RequestStop(immediately: true);
        if (await EndsWithinAsync(all, within - inOrder, cancellationToken).ConfigureAwait(KeepsContext)) return;

        // Whoever stopped in the last moment is not among them; then nobody is late.
        string[] late = [.. Late(Top()).Select(static cell => Description.OfBusy(cell))];
        if (late.Length > 0) throw new ShutdownTimeoutException(Name, within, late);
    }

    /// <summary>Stops the system as <see cref="StopAsync(CancellationToken)"/> does; actors that do not stop in time are logged as an error and
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

    internal void WatchLifecycles(TopicTable topics)
    {
        // Whoever makes it twice makes the same: the topics are those of the table.
        var lifecycles = new Lifecycles(this, topics);
        DeadLetters.Topic = lifecycles.DeadLetters;
        Lifecycles = lifecycles;
    }

    /// <summary>Runs something where turns run.</summary>
    internal void Schedule(IThreadPoolWorkItem work)
    {
        if (Options.Scheduler is { } scheduler) scheduler.Schedule(work);
        else ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
    }

    /// <summary>Runs an actor that has been woken up. In this thread, if it runs turns and its present one ends soon.</summary>
    internal void Wake(ActorCell cell)
    {
        if (Options.Scheduler is { } scheduler) scheduler.Schedule(cell);
        else if (!RunQueue.TryAdd(cell)) ThreadPool.UnsafeQueueUserWorkItem(cell, preferLocal: false);
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

    /// <summary>Gives up the replies that are still owed: deferred ones of actors that have stopped, and those of handlers that do not
    /// end. For a system that nobody will wait for any longer.</summary>
    internal void FailUnanswered()
    {
        foreach (PendingAsk ask in AskDeadlines.Snapshot())
        {
            ActorCell target = ask.Target;
            ask.TryFail(ActorStoppedException.ForUnanswered(Name, target.ToString(), target.Path, target.MessageName(ask.Tag)));
        }
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
    private static IEnumerable<ActorCell> Late(ActorCell[] cells)
    {
        foreach (ActorCell cell in cells)
        {
            bool waitsForChildren = false;
            foreach (ActorCell late in cell.ExtrasOrNull?.ChildrenOrNull is { } children ? Late(children.Snapshot()) : [])
            {
                waitsForChildren = true;
                yield return late;
            }

            if (!waitsForChildren) yield return cell;
        }
    }
}
