namespace Coerce.Savina.DiningPhilosophers;

/// <summary>Gives a philosopher both forks or none. The fork to the left of a seat has the seat's number.</summary>
[Actor]
public sealed partial class Arbitrator(int seats)
{
    private readonly Deferred<DinnerReport> _report = new();
    private readonly int?[] _holders = new int?[seats];
    private DinnerReport _dinner;
    private int _left;

    /// <summary>The reply comes when all have left.</summary>
    [Handles] Deferred<DinnerReport> WaitForTheEnd() => _report;

    [Handles]
    void On(Hungry message)
    {
        if (Left(message.Seat) == message.Seat || Right(message.Seat) == message.Seat)
            throw new InvariantException($"Philosopher {message.Seat} is hungry, but has a fork.");

        if (Left(message.Seat) is not null || Right(message.Seat) is not null)
        {
            _dinner = _dinner with { Refused = _dinner.Refused + 1 };
            message.Philosopher.Tell(new Denied());
            return;
        }

        Left(message.Seat) = Right(message.Seat) = message.Seat;
        _dinner = _dinner with { Given = _dinner.Given + 1 };
        message.Philosopher.Tell(new Eat());
    }

    [Handles]
    void On(GiveBack message)
    {
        if (Left(message.Seat) != message.Seat || Right(message.Seat) != message.Seat)
            throw new InvariantException($"Philosopher {message.Seat} gives back forks that it does not have.");

        Left(message.Seat) = Right(message.Seat) = null;
    }

    [Handles]
    void On(Leave message)
    {
        _dinner = _dinner with { Meals = _dinner.Meals + message.Meals, Denials = _dinner.Denials + message.Denials };
        if (++_left < seats) return;
        if (Array.FindIndex(_holders, holder => holder is not null) is >= 0 and var fork)
            throw new InvariantException($"All have left, but philosopher {_holders[fork]} has fork {fork}.");

        _report.Reply(_dinner);
    }

    private ref int? Left(int seat) => ref _holders[seat];

    private ref int? Right(int seat) => ref _holders[(seat + 1) % seats];
}
