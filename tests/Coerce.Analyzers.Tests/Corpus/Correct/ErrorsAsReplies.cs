namespace Domain;

public abstract record Result<T>
{
    private protected Result()
    {
    }

    public sealed record Ok(T Value) : Result<T>;

    public sealed record Error(string Code, string Text) : Result<T>;

    public static implicit operator Result<T>(T value) => new Ok(value);

    public TResult Match<TResult>(Func<T, TResult> ok, Func<string, TResult> error) => this switch
    {
        Ok(var value) => ok(value),
        Error(var code, _) => error(code),
        _ => throw new InvalidOperationException(),
    };
}

public readonly record struct Seat(char Row, int Number);
public sealed record Book(Seat Seat, string Who);
public sealed record Ticket(Guid Id, Seat Seat);

[Actor("domain.hall")]
public sealed partial class Hall(int rows, int seats)
{
    private readonly Dictionary<Seat, Ticket> _tickets = [];

    [Handles]
    Result<Ticket> On(Book message)
    {
        if (message.Seat.Row - 'A' >= rows || message.Seat.Number > seats) return new Result<Ticket>.Error("no-seat", $"{message.Seat}");
        if (_tickets.ContainsKey(message.Seat)) return new Result<Ticket>.Error("taken", message.Who);
        return _tickets[message.Seat] = new Ticket(Guid.NewGuid(), message.Seat);
    }

    [Handles] Task<Result<int>> Free() => Task.FromResult<Result<int>>(rows * seats - _tickets.Count);
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        HallRef hall = system.Spawn(Hall.Props(rows: 10, seats: 20), "hall");
        Result<Ticket> ticket = await hall.AskAsync(new Book(new Seat('B', 3), "anna"));
        return ticket.Match(one => one.Seat.Number, code => -code.Length) + (await hall.FreeAsync()).Match(free => free, _ => 0);
    }
}
