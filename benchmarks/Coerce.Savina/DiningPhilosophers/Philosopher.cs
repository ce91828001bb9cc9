namespace Coerce.Savina.DiningPhilosophers;

/// <summary>Is hungry, then eats, and so on for a number of rounds.</summary>
[Actor]
public sealed partial class Philosopher(int seat, int rounds, ArbitratorRef arbitrator, Table table, ActorContext<PhilosopherRef> context)
{
    private int _meals;
    private int _denials;

    [OnStart] void AskForForks() => arbitrator.Tell(new Hungry(seat, context.Self));

    private void BeginToEat()
    {
        table.BeginToEat(seat);
        Become(new IsEating(this));
        context.Self.Tell(new PlateEmpty());
    }

    private void EndEating()
    {
        table.EndEating(seat);
        arbitrator.Tell(new GiveBack(seat));
        Become(new IsHungry(this));
        if (++_meals < rounds)
        {
            AskForForks();
            return;
        }

        arbitrator.Tell(new Leave(seat, _meals, _denials));
        context.Stop();
    }

    private InvariantException Unexpected(object message) => new($"Philosopher {seat} was sent {message} out of turn.");

    [Behavior(Initial = true)]
    private sealed partial class IsHungry(Philosopher philosopher)
    {
        [Handles] void On(Eat message) => philosopher.BeginToEat();

        [Handles]
        void On(Denied message)
        {
            philosopher._denials++;
            philosopher.AskForForks();
        }

        [Handles] void On(PlateEmpty message) => throw philosopher.Unexpected(message);
    }

    [Behavior]
    private sealed partial class IsEating(Philosopher philosopher)
    {
        [Handles] void On(PlateEmpty message) => philosopher.EndEating();

        [Handles] void On(Eat message) => throw philosopher.Unexpected(message);

        [Handles] void On(Denied message) => throw philosopher.Unexpected(message);
    }
}
