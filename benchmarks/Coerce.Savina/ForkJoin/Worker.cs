namespace Coerce.Savina.ForkJoin;

public readonly record struct Compute(int Number);

public readonly record struct WorkerReport(int Handled, double Sum);

/// <summary>Computes a little with each message, and notices one that is lost, repeated or out of order.</summary>
[Actor]
public sealed partial class Worker
{
    private int _handled;
    private double _sum;

    [Handles]
    void On(Compute message)
    {
        if (message.Number != _handled) throw new InvariantException($"Message {message.Number} came in place {_handled}.");
        _handled++;
        double sine = Math.Sin(37.2 + message.Number);
        _sum += sine * sine;
    }

    [Handles] WorkerReport Join() => new(_handled, _sum);
}
