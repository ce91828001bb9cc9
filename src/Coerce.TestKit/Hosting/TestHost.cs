using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>An actor system for one test: virtual time, what was logged, dead letters, probes and faults.</summary>
/// <remarks>
/// Thread-safe. The actors run on the thread pool, as in a program; for a chosen order of everything see <see cref="Simulation"/>.
/// </remarks>
/// <example>
/// <code>
/// await using var host = new TestHost();
/// AccountRef alice = host.System.Spawn(Account.Props(balance: 50));
/// </code>
/// </example>
[DebuggerDisplay("{System}")]
public class TestHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CapturedDeadLetters _deadLetters = new();

    /// <summary>Makes a system without actors.</summary>
    /// <param name="configure">Changes its options; the clock and the logger factory are the host's unless it sets others.</param>
    public TestHost(Action<ActorSystemOptions>? configure = null)
        : this(new VirtualTime(), null, configure)
    {
    }

    private protected TestHost(VirtualTime time, TurnScheduler? scheduler, Action<ActorSystemOptions>? configure)
    {
        Time = time;
        var options = new ActorSystemOptions { Clock = time, LoggerFactory = Logs };
        configure?.Invoke(options);
        if (scheduler is not null) options.Scheduler = scheduler;
        System = new ActorSystem("test", options);
        System.DeadLetters.Subscribe(_deadLetters.Add);
        Faults = new FaultInjector(this);
    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>The clock that the actors see.</summary>
    public VirtualTime Time { get; }

    /// <summary>What the system and its actors have logged.</summary>
    public CapturedLogs Logs { get; } = new();

    /// <summary>The messages that nobody handled.</summary>
    public IReadOnlyList<DeadLetter> DeadLetters => _deadLetters;

    /// <summary>Makes messages to chosen actors get lost, late or fail.</summary>
    public FaultInjector Faults { get; }

    /// <summary>Makes a probe: it stands in for an actor and takes the messages that are sent to its ref.</summary>
    /// <typeparam name="TRef">The ref of the actor.</typeparam>
    /// <param name="id">The id by which <see cref="ActorSystem.Find"/> finds the probe; null for none.</param>
    /// <returns>The probe.</returns>
    /// <exception cref="ActorAlreadyExistsException">A live actor at the top has that id.</exception>
    public Probe<TRef> Probe<TRef>(string? id = null)
        where TRef : ActorRef, IRefFactory<TRef> => new(this, id);

    /// <summary>Waits until an actor has stopped.</summary>
    /// <param name="target">The actor.</param>
    /// <param name="within">How long to wait at most: 5 seconds of real time; in a simulation virtual time, and until nothing can
    /// run any more.</param>
    /// <returns>The actor and why it stopped.</returns>
    /// <exception cref="ExpectationFailedException">It did not stop.</exception>
    public async Task<Terminated> ExpectTerminatedAsync(ActorRef target, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var expectation = new Expectation<bool>(
            () => $"{target} was expected to stop, and is {target.Status}: {Diagnostics.Description.OfBusy(target.Cell)}.",
            SignalOptions);
        _ = MeetAfterAsync(target.Cell.Termination, expectation);
        await ExpectAsync(expectation, within);
        return new Terminated(target, target.Cell.ExtrasOrNull?.Failure);
    }

    /// <summary>Stops the actors; those that do not stop in time are logged as an error.</summary>
    /// <returns>When they have stopped.</returns>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return System.DisposeAsync();
    }

    /// <summary>How those go on that wait for the host.</summary>
    internal virtual TaskCreationOptions SignalOptions => TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>Waits for something that must come.</summary>
    internal virtual async Task<T> ExpectAsync<T>(Expectation<T> expectation, TimeSpan? within)
    {
        try
        {
            return await expectation.Task.WaitAsync(within ?? Patience);
        }
        catch (TimeoutException)
        {
            // What came in the last moment is there all the same.
            expectation.Fail();
            return await expectation.Task;
        }
    }

    /// <summary>Waits long enough to say that <paramref name="unexpected"/> does not come.</summary>
    internal virtual async Task ExpectNoneAsync(Task unexpected, TimeSpan? within)
    {
        try
        {
            await unexpected.WaitAsync(within ?? TimeSpan.FromMilliseconds(100));
        }
        catch (TimeoutException)
        {
        }
    }

    private static async Task MeetAfterAsync(Task task, Expectation<bool> expectation)
    {
        await task;
        expectation.TryMeet(true);
    }
}
