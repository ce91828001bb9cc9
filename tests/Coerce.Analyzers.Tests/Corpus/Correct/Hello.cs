await using var system = new ActorSystem("hello");
GreeterRef greeter = system.Spawn(Greeter.Props("Hello"), "greeter");
Console.WriteLine(await greeter.GreetAsync("world"));

[Actor]
public sealed partial class Greeter(string word)
{
    [Handles] string Greet(string name) => $"{word}, {name}!";
}
