using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Stands in for an actor: takes what is sent to its ref, for the test to look at and to answer.</summary>
/// <remarks>
/// Thread-safe. To others it is an actor at the top of the system: it can be found by its id, watched and stopped, and it stops
/// with the system. An ask that the test does not answer waits as long as its deadline allows.
/// </remarks>
/// <typeparam name="TRef">The ref of the actor that it stands in for.</typeparam>
[DebuggerDisplay("{Ref,nq} ({Waiting.Count} waiting)")]
public sealed class Probe<TRef>
    where TRef : ActorRef, IRefFactory<TRef>
{
    private readonly TestHost _host;
    private readonly ProbeInbox _inbox;

    internal Probe(TestHost host, string? id)
    {
        _host = host;
        _inbox = new ProbeInbox(host);
        Ref = ProbeProps<TRef>.Spawn(host.System, id, _inbox);
    }

    /// <summary>The ref to hand to the code under test.</summary>
    public TRef Ref { get; }

    /// <summary>What has come and was not expected yet, oldest first.</summary>
    public IReadOnlyList<object?> Waiting => _inbox.Messages;

    /// <summary>Waits for the next message, which must be a <typeparamref name="TMessage"/>.</summary>
    /// <typeparam name="TMessage">The message, or what it is derived from.</typeparam>
    /// <param name="within">How long to wait at most: 5 seconds of real time; in a simulation virtual time, and until nothing can
    /// run any more.</param>
    /// <returns>The message; reply to it if it was asked.</returns>
    /// <exception cref="ExpectationFailedException">Another message came, or none.</exception>
    public Task<ReceivedMessage<TMessage>> ExpectMessageAsync<TMessage>(TimeSpan? within = null) =>
        ExpectMessageAsync<TMessage>(static _ => true, within);

    /// <summary>Waits for the next message, which must be a <typeparamref name="TMessage"/> that is as the test wants it.</summary>
    /// <typeparam name="TMessage">The message, or what it is derived from.</typeparam>
    /// <param name="where">True for the right message.</param>
    /// <param name="within">How long to wait at most: 5 seconds of real time; in a simulation virtual time, and until nothing can
    /// run any more.</param>
    /// <returns>The message; reply to it if it was asked.</returns>
    /// <exception cref="ExpectationFailedException">Another message came, or none.</exception>
    public async Task<ReceivedMessage<TMessage>> ExpectMessageAsync<TMessage>(Func<TMessage, bool> where, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(where);
        Envelope envelope = await _inbox.NextAsync(() => $"{this} was expected to get a {typeof(TMessage).Name}, and got nothing.", within);
        return envelope.BoxedMessage is not TMessage message
            ? throw new ExpectationFailedException(
                $"{this} was expected to get a {typeof(TMessage).Name}, and got {Text.Of(envelope.BoxedMessage)}.")
            : where(message)
                ? new ReceivedMessage<TMessage>(envelope, message)
                : throw new ExpectationFailedException(
                    $"{this} got {Text.Of(message)}, which is not the {typeof(TMessage).Name} that was expected.");
    }

    /// <summary>Checks that no message comes.</summary>
    /// <param name="within">For how long: 100 ms of real time. In a simulation until nothing can run any more; the virtual time is
    /// then moved by <paramref name="within"/>, if it is given.</param>
    /// <returns>When none has come.</returns>
    /// <exception cref="ExpectationFailedException">A message came, or was there already.</exception>
    public async Task ExpectNothingAsync(TimeSpan? within = null)
    {
        await _host.ExpectNoneAsync(_inbox.ArrivalAsync(), within);
        object?[] messages = _inbox.Messages;
        if (messages.Length > 0) throw new ExpectationFailedException($"{this} was expected to get nothing, and got {Text.Of(messages)}.");
    }

    /// <inheritdoc cref="TestHost.ExpectTerminatedAsync"/>
    public Task<Terminated> ExpectTerminatedAsync(ActorRef target, TimeSpan? within = null) => _host.ExpectTerminatedAsync(target, within);

    /// <summary>Answers every <typeparamref name="TMessage"/> from now on. The test does not see them.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="reply">Makes the reply, in the sender's thread; of the very type that the handler returns, or one derived
    /// from it. What it throws fails the ask.</param>
    public void Answer<TMessage>(Func<TMessage, object?> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        _inbox.Answer(envelope =>
        {
            if (envelope.Ask is null || envelope.BoxedMessage is not TMessage message) return false;
            try
            {
                ProbeReply.Give(envelope, reply(message));
            }
            catch (Exception failure)
            {
                envelope.Ask.TryFail(failure);
            }

            return true;
        });
    }

    /// <summary>Ends the probe as an actor ends that has failed: those that watch it learn of it, asks fail.</summary>
    /// <param name="failure">Why.</param>
    /// <returns>When it has stopped.</returns>
    public Task FailAsync(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Ref.Cell.Extras.Failure = failure;
        return Ref.StopAsync(immediately: true);
    }

    /// <summary>The probe, for messages.</summary>
    public override string ToString() => $"The probe {Ref}";
}
