using Coerce.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Coerce;

/// <summary>How an <see cref="ActorSystem"/> behaves. Read once, when the system is made.</summary>
public sealed class ActorSystemOptions
{
    /// <summary>How long an ask waits for its reply unless it says otherwise. 30 seconds; at most 24 days.</summary>
    public TimeSpan AskTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <see cref="ActorSystem.StopAsync"/> waits for the actors. 10 seconds; at most 24 days.</summary>
    /// <remarks>For three quarters of it actors handle what they have been sent. Those that are still busy then are stopped
    /// immediately: their tokens are cancelled and the messages that wait go to the dead letters.</remarks>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What happens when an actor at the top of the system escalates its failure. The actor stops.</summary>
    public TopFailurePolicy OnTopFailure { get; set; }

    /// <summary>Where parameters marked <see cref="FromServicesAttribute"/> come from. None.</summary>
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

    /// <summary>Where turns run. Null for the thread pool.</summary>
    public TurnScheduler? Scheduler { get; set; }

    /// <summary>The modules whose actors <see cref="ActorSystem.Catalog"/> lists. None.</summary>
    public IList<ActorModule> Modules { get; } = [];

    internal ActorSystemOptions Checked()
    {
        CheckTime(AskTimeout, nameof(AskTimeout));
        CheckTime(ShutdownTimeout, nameof(ShutdownTimeout));
        ArgumentNullException.ThrowIfNull(LoggerFactory);
        ArgumentNullException.ThrowIfNull(Clock);

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
