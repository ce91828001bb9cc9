namespace Coerce.Package.Tests;

/// <summary>What users write.</summary>
internal static class Programs
{
    /// <summary>That of the README.</summary>
    public const string Hello = """
        using Coerce;

        await using var system = new ActorSystem("hello");
        GreeterRef greeter = system.Spawn(Greeter.Props("Hello"));

        Console.WriteLine(await greeter.AskAsync(new Greet("world")));
        Console.WriteLine($"{await greeter.CountAsync()} greetings so far");

        public readonly record struct Greet(string Name);

        [Actor]
        public sealed partial class Greeter(string greeting)
        {
            private int _count;

            [Handles] string On(Greet message) => $"{++_count}. {greeting}, {message.Name}!";

            [Handles] int Count() => _count;
        }
        """;

    public const string HelloOutput = "1. Hello, world!\n1 greetings so far\n";

    /// <summary>The same without global usings, annotations for null and new syntax.</summary>
    public const string PlainHello = """
        using System;
        using System.Threading.Tasks;
        using Coerce;

        namespace Plain
        {
            public sealed class Greet
            {
                public Greet(string name) { Name = name; }

                public string Name { get; }
            }

            [Actor]
            public sealed partial class Greeter
            {
                private readonly string _greeting;
                private int _count;

                public Greeter(string greeting) { _greeting = greeting; }

                [Handles] string On(Greet message) { return ++_count + ". " + _greeting + ", " + message.Name + "!"; }

                [Handles] async Task<int> Count() { await Task.Yield(); return _count; }

                [OnStart] void Start() { _count = 0; }
            }

            public static class Program
            {
                public static async Task Main()
                {
                    await using (var system = new ActorSystem("hello"))
                    {
                        GreeterRef greeter = system.Spawn(Greeter.Props("Hello"));
                        Console.WriteLine(await greeter.AskAsync(new Greet("world")));
                        Console.WriteLine(await greeter.CountAsync() + " greetings so far");
                    }
                }
            }
        }
        """;
}
