namespace Coerce.TestKit.Tests;

/// <summary>A station that sorts what comes in by kind, and takes one kind at a time: the others wait.</summary>
[Actor(OnFailure = FailureAction.Restart, MaxRestarts = int.MaxValue, StashCapacity = 0)]
public sealed partial class Station(List<(string Kind, int Sender, int Number)> handled)
{
    [Handles]
    async Task Turn(int to, int failing)
    {
        if (to == 0) Become(new Red(this));
        else if (to == 1) Become(new Green(this));
        else Become(new Blue(this));
        await Task.Yield();
        if (failing > 0) throw new InvalidOperationException("the switch is stuck");
    }

    [Behavior(Initial = true), Stashes(typeof(Messages.B), typeof(Messages.C))]
    private sealed partial class Red(Station station)
    {
        [Handles] int A(int sender, int number) => station.Add("A", sender, number);
    }

    [Behavior, Stashes(typeof(Messages.A), typeof(Messages.C))]
    private sealed partial class Green(Station station)
    {
        [Handles]
        async Task<int> B(int sender, int number)
        {
            station.Add("B", sender, number);
            await Task.Yield();
            return number;
        }
    }

    [Behavior, Stashes(typeof(Messages.A))]
    private sealed partial class Blue(Station station)
    {
        // One of a few turns the station by itself, while its stash is open.
        [Handles]
        int B(int sender, int number)
        {
            if (number % 5 == 0) station.Become(new Red(station));
            return station.Add("B", sender, number);
        }

        [Handles]
        Deferred<int> C(int sender, int number)
        {
            station.Add("C", sender, number);
            var reply = new Deferred<int>();
            reply.Reply(number);
            return reply;
        }
    }

    private int Add(string kind, int sender, int number)
    {
        handled.Add((kind, sender, number));
        return number;
    }
}
