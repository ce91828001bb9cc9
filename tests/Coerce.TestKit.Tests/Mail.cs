using System.Runtime.CompilerServices;

namespace Coerce.TestKit.Tests;

public sealed record Letter(string Text);

public sealed record Question(string Text);

public sealed record Count(int To);

/// <summary>For probes to stand in for: none of its own code may run.</summary>
[Actor]
public sealed partial class Mailbox
{
    [OnStart] void Started() => throw new InvalidOperationException("A probe ran the actor's code.");

    [OnStop] void Stopping() => throw new InvalidOperationException("A probe ran the actor's code.");

    [Handles] void On(Letter message) => throw new InvalidOperationException("A probe ran the actor's code.");

    [Handles] object On(Question message) => throw new InvalidOperationException("A probe ran the actor's code.");

    [Handles]
    async IAsyncEnumerable<int> On(Count message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        for (int number = 1; number <= message.To; number++) yield return number;
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
