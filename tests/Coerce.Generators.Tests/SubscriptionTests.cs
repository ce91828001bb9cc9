using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What <c>[Subscribes]</c> says reaches the runtime, and what it cannot say is left out.</summary>
public sealed class SubscriptionTests
{
    private const string Use = """
        static class Program
        {
            public record Order(int Number);

            static async Task<string> Main()
            {
                await using var system = new ActorSystem("test");
                ARef a = system.Spawn(A.Props());
                system.Topic<Order>("orders").Publish(new Order(1));
                system.Topic<Order>("or\"ders\\").Publish(new Order(2));
                system.Topic<(int, string?)>("pairs").Publish((3, null));
                return string.Join(" ", await a.GetAsync());
            }
        }
        """;

    [Theory]
    [InlineData("[Handles, Subscribes(\"orders\")] void On(Program.Order m) => _got.Add(m.Number);", "1")]
    [InlineData("[Handles] [Subscribes(\"orders\")] Task On(Program.Order m) { _got.Add(m.Number); return Task.CompletedTask; }", "1")]
    [InlineData("[Handles, Subscribes(topic: \"or\\\"ders\\\\\"), Subscribes(\"orders\")] void On(Program.Order m) => _got.Add(m.Number);", "1 2")]
    [InlineData("[Handles, Subscribes(\"orders\"), Subscribes(\"orders\")] void On(Program.Order m) => _got.Add(m.Number);", "1")]
    [InlineData("[Handles, Subscribes(\"pairs\")] int On((int A, string? B) m) { _got.Add(m.A); return 1; }", "3")]
    [InlineData("[Handles, Subscribes(\"pairs\")] void On((int A, string? B) m) => _got.Add(m.A); [Handles, Subscribes(\"orders\")] void OnAsync(Program.Order m, ActorContext<ARef> c) => _got.Add(m.Number);", "1 3")]
    [InlineData("private const string Name = \"or\" + \"ders\"; [Handles(Reentrant = true), Subscribes(Name)] async Task On(Program.Order? m) { await Task.CompletedTask; _got.Add(m!.Number); }", "1")]
    public async Task Handler_Subscribed_GetsWhatIsPublished(string handlers, string expected)
    {
        GeneratedProgram program = TestProject.Of(Usings, Actor(handlers), Use).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(expected, await loaded.RunAsync("Program", "Main"));
    }

    [Fact]
    public void GenericActor_Subscribed_Compiles()
    {
        GeneratedProgram program = TestProject.Of("""
            public partial class Outer<T> { [Actor] internal sealed partial class A<U> { [Handles, Subscribes("x")] void On((T, U, ARef<U>) m) { } } }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("cell.Subscribe<(T, U, global::Outer<T>.ARef<U>)>(0, \"x\");", string.Concat(program.Files.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Subscribes(\"orders\")] void On(string m) { }")]
    [InlineData("[Handles, Subscribes(\"orders\")] void Take(string m) { }")]
    [InlineData("[Handles, Subscribes(\"orders\")] IAsyncEnumerable<int> On(string m) => null!;")]
    [InlineData("[Handles, Subscribes(\"\")] void On(string m) { }")]
    [InlineData("[Handles, Subscribes(\" \")] void On(string m) { }")]
    [InlineData("[Handles, Subscribes(null!)] void On(string m) { }")]
    [InlineData("[Handles, Subscribes(\"$mine\")] void On(string m) { }")]
    [InlineData("[Handles, Subscribes(\"$actor.started\")] void On(string m) { }")]
    [InlineData("[Handles, Subscribes(\"orders\")] static void On(string m) { }")]
    [InlineData("[Subscribes(\"orders\"), OnStart] void Start() { }")]
    public void Subscription_AtFault_IsLeftOutAndAddsNoError(string member)
    {
        GeneratedProgram program = TestProject.Of(Usings, Actor(member)).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.DoesNotContain("Subscribe", program.Files["A.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void ClassThatIsNotPartial_Subscribed_AddsNoError() => Assert.Empty(TestProject.Of(
        "[Actor] public sealed class A { [Handles, Subscribes(\"orders\")] void On(string m) { } }").Generate().Diagnostics);

    private const string Usings = "global using System.Linq;";

    private static string Actor(string members) => $$"""
        [Actor] public sealed partial class A
        {
            private readonly List<int> _got = [];

            {{members}}

            [Handles] List<int> Get() => [.. _got.Order()];
        }
        """;
}
