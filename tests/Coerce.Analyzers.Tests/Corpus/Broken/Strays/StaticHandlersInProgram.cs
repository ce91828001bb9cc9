// Minimal APIs made the author think that any function would do.
ActorSystem system = new("chat");
await system.DisposeAsync();

public static class Handlers
{
    [Handles] public static string {|COERCE0005:Greet|}(string name) => $"Hello {name}";

    [Handles] public static string Leave(string name) => $"Goodbye {name}";
}
