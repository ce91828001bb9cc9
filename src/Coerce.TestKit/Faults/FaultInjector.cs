using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Makes messages to chosen actors get lost, late or fail.</summary>
/// <remarks>A fault holds from the moment at which it is made: for actors and probes alike, for tells and asks. Make it before
/// others send; the rest is thread-safe.</remarks>
public sealed class FaultInjector
{
    private readonly TestHost _host;

    internal FaultInjector(TestHost host) => _host = host;

    /// <summary>Loses messages: the actor does not get them, and they are no dead letters. Whoever asked waits for nothing.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <param name="target">The actor that they are for.</param>
    /// <param name="where">Which of them; null for all.</param>
    /// <returns>Dispose it to end the fault.</returns>
    public IDisposable Drop<TMessage>(ActorRef target, Func<TMessage, bool>? where = null) =>
        Add(target, where, static (_, _, _) => { });

    /// <summary>Makes messages late: those that are sent later may come before them.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <param name="target">The actor that they are for.</param>
    /// <param name="by">How late, in virtual time.</param>
    /// <param name="where">Which of them; null for all.</param>
    /// <returns>Dispose it to end the fault.</returns>
    public IDisposable Delay<TMessage>(ActorRef target, TimeSpan by, Func<TMessage, bool>? where = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return Add(target, where, (cell, envelope, detour) => _host.Time.CreateTimer(
            _ => detour.PassOn(cell, envelope), null, by, Timeout.InfiniteTimeSpan));
    }

    /// <summary>Makes the handler fail: in a turn of its own, as if it had thrown. Whoever asked gets the exception; then
    /// supervision acts.</summary>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <param name="target">The actor that they are for.</param>
    /// <param name="failure">What to throw.</param>
    /// <param name="where">Which of them; null for all.</param>
    /// <returns>Dispose it to end the fault.</returns>
    public IDisposable Throw<TMessage>(ActorRef target, Exception failure, Func<TMessage, bool>? where = null)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Add(target, where, (cell, envelope, _) => cell.Post(new FaultyTurn(envelope, failure)));
    }

    private static IDisposable Add<TMessage>(
        ActorRef target, Func<TMessage, bool>? where, Action<ActorCell, Envelope, FaultDetour> fault)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Cell.Detour is not FaultDetour detour) target.Cell.Divert(detour = new FaultDetour(target.Cell.Detour));
        return detour.Add(new Fault(
            envelope => envelope.BoxedMessage is TMessage message && (where is null || where(message)),
            (cell, envelope) => fault(cell, envelope, detour)));
    }
}
