using Coerce;

await using var system = new ActorSystem("hello");
GreeterRef greeter = system.Spawn(Greeter.Props("Hello"));

Console.WriteLine(await greeter.AskAsync(new Greet("world")));
Console.WriteLine(await greeter.AskAsync(new Greet("actors")));
Console.WriteLine($"{await greeter.CountAsync()} greetings so far");

public readonly record struct Greet(string Name);

[Actor]
public sealed partial class Greeter(string greeting)
{
    private int _count;

    [Handles] string On(Greet message) => $"{++_count}. {greeting}, {message.Name}!";

    [Handles] int Count() => _count;
}
