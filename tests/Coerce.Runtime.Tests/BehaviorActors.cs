namespace Coerce.Runtime.Tests;

public readonly record struct AddLine(string Article, int Price);

public readonly record struct Pay(int Amount);

public readonly record struct Ship(string Address);

/// <summary>Open, then paid, then shipped. What is to be shipped waits until it is paid.</summary>
[Actor("test.purchase")]
public sealed partial class Purchase(string id, int freeLines = 0)
{
    private readonly List<string> _log = [];
    private readonly int _freeLines = freeLines;

    [Handles] string GetId() => id;

    [Handles] string GetLog() => string.Join(' ', _log);

    [Behavior(Initial = true), Stashes(typeof(Ship))]
    private sealed partial class Open(Purchase order)
    {
        private int _total;
        private int _lines;

        [Handles]
        bool On(AddLine message)
        {
            order._log.Add(message.Article);
            if (++_lines > order._freeLines) _total += message.Price;
            return true;
        }

        [Handles]
        async Task<string> On(Pay message)
        {
            await Task.Yield();
            if (message.Amount < _total) return $"{_total} to pay";
            order.Become(new Paid(order, _total));
            return "paid";
        }
    }

    [Behavior]
    private sealed partial class Paid(Purchase order, int total)
    {
        [Handles] bool On(AddLine message) => false;

        [Handles] string On(Pay message) => "paid before";

        [Handles]
        Deferred<string> On(Ship message)
        {
            order._log.Add($"to:{message.Address}");
            order.Become(new Shipped());
            var reply = new Deferred<string>();
            reply.Reply($"{message.Address} {total}");
            return reply;
        }
    }

    [Behavior]
    private sealed partial class Shipped
    {
        [Handles] bool On(AddLine message) => false;

        [Handles] string On(Pay message) => "paid before";

        [Handles] ValueTask<string> On(Ship message) => new("shipped before");
    }
}

/// <summary>A gate whose positions each handle one letter more: none, A, A and B, A to C. The others wait.</summary>
[Actor(OnFailure = FailureAction.Restart, MaxRestarts = 1_000_000)]
public sealed partial class Lock3(ActorContext<Lock3Ref> context, Func<ActorContext<Lock3Ref>, Task>? whileStarting = null)
{
    private readonly List<string> _log = [];

    [OnStart] Task Start() => whileStarting?.Invoke(context) ?? Task.CompletedTask;

    [Handles] string[] Log() => [.. _log];

    [Handles]
    void To(int position)
    {
        switch (position)
        {
            case 0:
                Become(new Zero());
                break;
            case 1:
                Become(new One(this));
                break;
            case 2:
                Become(new Two(this));
                break;
            default:
                Become(new Three(this));
                break;
        }
    }

    [Handles]
    async Task ToLater(int position, Task until)
    {
        To(position);
        await until;
    }

    [Handles]
    void ToBoth(int first, int second)
    {
        To(first);
        To(second);
    }

    [Handles] Action Leak(int position) => () => To(position);

    [Handles]
    void FailAfter(int position)
    {
        To(position);
        throw new InvalidOperationException("failed");
    }

    [Behavior, Stashes(typeof(Messages.A), typeof(Messages.B), typeof(Messages.C), typeof(Messages.Count))]
    private sealed partial class Zero;

    [Behavior(Initial = true), Stashes(typeof(Messages.B), typeof(Messages.C), typeof(Messages.Count))]
    private sealed partial class One(Lock3 actor)
    {
        [Handles] int A(int n) => actor.Add("A", n);
    }

    [Behavior, Stashes(typeof(Messages.C)), Stashes(typeof(Messages.Count))]
    private sealed partial class Two(Lock3 actor)
    {
        [Handles] int A(int n) => actor.Add("A", n);

        [Handles] int B(int n) => actor.Add("B", n);
    }

    [Behavior]
    private sealed partial class Three(Lock3 actor)
    {
        [Handles] int A(int n) => actor.Add("A", n);

        [Handles]
        int B(int n)
        {
            actor.Add("B", n);

            // The third one shuts the door behind it.
            if (n == 3) actor.Become(new One(actor));
            return n;
        }

        [Handles] int C(int n) => actor.Add("C", n);

        [Handles]
        async IAsyncEnumerable<int> Count(int n)
        {
            for (int i = 1; i <= n; i++)
            {
                yield return i;
                await Task.Yield();
            }
        }
    }

    private int Add(string letter, int n)
    {
        _log.Add(letter + n);
        return n;
    }
}

/// <summary>Stashes at most three, and says what becomes of a fourth.</summary>
[Actor(StashCapacity = 3, MailboxCapacity = 100, WhenFull = MailboxPolicy.DropNewest)]
public sealed partial class Turnstile
{
    [Behavior(Initial = true), Stashes(typeof(Messages.Take))]
    private sealed partial class Shut(Turnstile actor)
    {
        [Handles] void Open() => actor.Become(new Opened());
    }

    [Behavior]
    private sealed partial class Opened
    {
        [Handles] void Open() { }

        [Handles] int Take(int n) => n;
    }
}

/// <summary>Hears of its child's end in each behaviour otherwise; asks itself from inside of a reentrant handler.</summary>
[Actor]
public sealed partial class Guardhouse([FromServices] IServiceProvider services, ActorContext<GuardhouseRef> context)
{
    private readonly List<string> _heard = [];

    [Handles] string Heard() => string.Join(' ', _heard);

    [Handles] bool HasServices() => services is not null;

    [Behavior(Initial = true)]
    private sealed partial class Calm(Guardhouse house, ActorContext<GuardhouseRef> own, [FromServices] IServiceProvider services)
    {
        [Handles] bool Same() => ReferenceEquals(own, house.Context) && services is not null;

        [Handles] void Watch(CounterRef counter, ActorContext<GuardhouseRef> context) => context.Watch(counter);

        [Handles] void On(Terminated message) => house._heard.Add("calm");

        [Handles] void Alarm() => house.Become(new Alarmed(house));

        [Handles(Reentrant = true)]
        async Task<string> Wait(Task until)
        {
            await until;
            return "calm";
        }
    }

    [Behavior]
    private sealed partial class Alarmed(Guardhouse house)
    {
        [Handles] bool Same() => false;

        [Handles] void Watch(CounterRef counter) { }

        [Handles] void On(Terminated message) => house._heard.Add("alarmed");

        [Handles] void Alarm() { }

        [Handles] string Wait(Task until) => "alarmed";
    }

    private ActorContext<GuardhouseRef> Context { get; } = context;
}
