using Coerce.Diagnostics;
using Coerce.Dispatch;
using Microsoft.Extensions.Logging;

namespace Coerce;

/// <summary>How an <see cref="ActorSystem"/> behaves. Read once, when the system is made.</summary>
public sealed class ActorSystemOptions
{
    /// <summary>How long an ask waits for its reply unless it says otherwise. 30 seconds; at most 24 days.</summary>
    public TimeSpan AskTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <see cref="ActorSystem.StopAsync(CancellationToken)"/> waits for the actors. 10 seconds; at most 24 days.</summary>
    /// <remarks>For three quarters of it actors handle what they have been sent. Those that are still busy then are stopped
    /// immediately: their tokens are cancelled and the messages that wait go to the dead letters.</remarks>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What happens when an actor at the top of the system escalates its failure. The actor stops.</summary>
    public TopFailurePolicy OnTopFailure { get; set; }

    /// <summary>Where parameters marked <see cref="FromServicesAttribute"/> come from. None.</summary>
    /// <remarks>If it has an <c>IServiceScopeFactory</c>, each actor that takes services has a scope of its own. Dispose of the system
    /// before these services.</remarks>
    public IServiceProvider? Services { get; set; }

    /// <summary>Where the system and its actors log. Warnings and errors to standard error.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = StandardErrorLoggerFactory.Instance;

    /// <summary>The clock that actors see. The machine's.</summary>
    /// <remarks>The deadlines of asks and of the shutdown do not follow it: a test that stops this clock does not stop
    /// them.</remarks>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What the deadlines of asks and of the shutdown follow. Null for the machine's clock; another one is for the tests of
    /// these deadlines.</summary>
    internal TimeProvider? DeadlineClock { get; set; }

    /// <summary>What the wheel of timers follows where <see cref="Clock"/> is the machine's. Null for that clock; another one is for the tests of
    /// the wheel.</summary>
    internal TimeProvider? TimerClock { get; set; }

    /// <summary>Where turns run. Null for the thread pool.</summary>
    public TurnScheduler? Scheduler { get; set; }

    /// <summary>How much of what arrives is taken, and how much is sent. <see cref="ContractLimits.Default"/>.</summary>
    public ContractLimits ContractLimits { get; set; } = ContractLimits.Default;

    /// <summary>The modules whose actors <see cref="ActorSystem.Catalog"/> lists. None.</summary>
    public IList<ActorModule> Modules { get; } = [];

    private Dictionary<EntityKind, (TimeSpan? IdleTime, int? MaxLive)> Entities { get; init; } = [];

    /// <summary>Says for this system how long entities of a kind stay in memory, and how many do; else their
    /// <see cref="EntityAttribute"/> says so.</summary>
    /// <typeparam name="TRef">The ref of the entity.</typeparam>
    /// <param name="idleTime">How long an entity is idle before it is passivated; zero for never; null for what its class says.</param>
    /// <param name="maxLive">How many are live at most; 0 for any number; null for what its class says.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative, or the time is over 24 days.</exception>
    public void ConfigureEntities<TRef>(TimeSpan? idleTime = null, int? maxLive = null)
        where TRef : ActorRef, IEntity
    {
        if (idleTime is { } time && (time < TimeSpan.Zero || time.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(idleTime), time, "The idle time must not be negative, nor over 24 days.");
        if (maxLive is { } most) ArgumentOutOfRangeException.ThrowIfNegative(most, nameof(maxLive));
        Entities[TRef.Kind] = (idleTime, maxLive);
    }

    internal (TimeSpan IdleTime, int MaxLive) EntitySettingsOf(EntityKind kind)
    {
        (TimeSpan? idleTime, int? maxLive) = Entities.GetValueOrDefault(kind);
        return (idleTime ?? kind.IdleTime, maxLive ?? kind.MaxLive);
    }

    internal ActorSystemOptions Checked()
    {
        CheckTime(AskTimeout, nameof(AskTimeout));
        CheckTime(ShutdownTimeout, nameof(ShutdownTimeout));
        ArgumentNullException.ThrowIfNull(LoggerFactory);
        ArgumentNullException.ThrowIfNull(Clock);
        ArgumentNullException.ThrowIfNull(ContractLimits);

        var copy = new ActorSystemOptions
        {
            AskTimeout = AskTimeout,
            ShutdownTimeout = ShutdownTimeout,
            OnTopFailure = OnTopFailure,
            Scheduler = Scheduler,
            Services = Services,
            LoggerFactory = LoggerFactory,
            Clock = Clock,
            DeadlineClock = DeadlineClock,
            TimerClock = TimerClock,
            ContractLimits = ContractLimits,
            Entities = new(Entities),
        };
        foreach (ActorModule module in Modules) copy.Modules.Add(module);
        return copy;
    }

    private static void CheckTime(TimeSpan time, string name)
    {
        if (time <= TimeSpan.Zero || time.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(name, time, $"{name} must be positive and at most 24 days.");
    }
}
