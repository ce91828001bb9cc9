using Coerce.Dispatch;

namespace Coerce.TestKit.Tests;

public sealed record Letter(string Text);

public sealed record Question(string Text);

/// <summary>What the generator would make of an actor with two handlers, and the way by which a probe makes its refs.</summary>
public sealed class MailboxRef : ActorRef, IReceive<Letter>, IAsk<Question, object>, IRefFactory<MailboxRef>
{
    private readonly ActorCell<Mailbox> _cell;

    private MailboxRef(ActorCell<Mailbox> cell)
        : base(cell) => _cell = cell;

    static MailboxRef IRefFactory<MailboxRef>.NewRef(RefSource source) => new(source.Cell(Mailbox.Dispatcher.Instance));

    public void Tell(Letter message) => _cell.Tell(0, message);

    public bool TryTell(Letter message) => _cell.TryTell(0, message);

    public ActorTimer Schedule(Letter message, TimeSpan dueTime, TimeSpan? period = null) => _cell.Schedule(0, message, dueTime, period);

    public void Tell(Question message) => _cell.Tell(1, message);

    public bool TryTell(Question message) => _cell.TryTell(1, message);

    public ValueTask<object> AskAsync(Question message, CancellationToken cancellationToken = default) =>
        _cell.TryEnter(1, cancellationToken)
            ? throw new InvalidOperationException("A probe's turn was entered.")
            : _cell.Ask<Question, object>(1, message, 0, cancellationToken);

    public ValueTask<object> AskAsync(Question message, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        _cell.Ask<Question, object>(1, message, AskTimeout.Of(timeout), cancellationToken);

    public ValueTask RunAsync(Action<Mailbox> work) => _cell.RunAsync(work, CancellationToken.None);
}

public sealed class Mailbox
{
    private Mailbox()
    {
    }

    internal sealed class Dispatcher : ActorDispatcher<Mailbox>
    {
        public static readonly Dispatcher Instance = new();

        public override ActorDescriptor Descriptor { get; } = new(
            "test.mailbox", typeof(Mailbox), typeof(MailboxRef),
            new HandlerDescriptor("On(Letter)", typeof(Letter), null),
            new HandlerDescriptor("On(Question)", typeof(Question), typeof(object)));

        public override bool HasStart => true;

        public override bool Run(ActorCell<Mailbox> cell, Envelope envelope) => throw new InvalidOperationException("A probe has no actor.");
    }
}

/// <summary>Asks a mailbox and tells it.</summary>
[Actor]
public sealed partial class Writer(MailboxRef mailbox)
{
    [Handles] void Write(string text) => mailbox.Tell(new Letter(text));

    [Handles] async Task<object> Wonder(string text) => await mailbox.AskAsync(new Question(text));
}

/// <summary>Keeps an eye on others.</summary>
[Actor]
public sealed partial class Guard(ActorContext<GuardRef> context)
{
    private readonly List<Terminated> _seen = [];

    [Handles] void Watch(ActorRef target) => context.Watch(target);

    [Handles] void On(Terminated message) => _seen.Add(message);

    [Handles] Terminated[] Seen() => [.. _seen];
}
