using System.Globalization;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class UnhandledTypeRuleTests
{
    private const string Main = "public static class Program { static void Main() { } }";

    private const string Commands = """
        public abstract record Command
        {
            public sealed record Go(int Far) : Command, IRequest<Command, int>;
            public sealed record Stop : Command;
            public abstract record Part : Command { public sealed record Turn : Part; }
        }
        """;

    [Fact]
    public async Task Cases_ThatNoActorHandles_AreReported()
    {
        var reported = await Verify.ReportsAsync(
            Main,
            Commands.Replace("record Stop", "record {|COERCE0105:Stop|}").Replace("record Turn", "record {|COERCE0105:Turn|}"),
            "[Actor] public sealed partial class Car { [Handles] int On(Command.Go m) => m.Far; }");

        Assert.Equal(
            "'Command.Stop' is declared as a message of 'Command', but no actor of the program handles it: name 'Command' as the Protocol of an actor, handle the message in one, or remove it",
            reported[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Requests_OutsideOfAHierarchy_AreReported() => Verify.ReportsAsync(Main, """
        public interface IQuery;
        public readonly record struct {|COERCE0105:Ask|} : IRequest<IQuery, int>;
        public sealed record {|COERCE0105:Box|}<T>(T Value) : IRequest<IQuery, T>;
        public readonly record struct Get<T>(T Value) : IRequest<IQuery, T>;
        public abstract record Other { public sealed record Go : Other; }
        [Actor] public sealed partial class Store<T> { [Handles] T On(Get<T> m) => m.Value; }
        """);

    [Fact]
    public Task Library_WithoutActors_IsClean() => Verify.ReportsAsync(Commands);

    [Fact]
    public Task Program_WithAnActorOfTheProtocol_LacksWhatTheActorLacks() => Verify.ReportsAsync(Main, Commands, """
        [Actor(Protocol = typeof(Command))] public sealed partial class {|COERCE0102:Car|} { [Handles] int On(Command.Go m) => m.Far; }
        """);

    [Fact]
    public Task Program_WithAHandlerOfAPart_IsClean() => Verify.ReportsAsync(Main, Commands, """
        [Actor] public sealed partial class Car { [Handles] int On(Command.Go m) => m.Far; [Behavior(Initial = true)] sealed partial class Open { [Handles] void On(Command m) { } } }
        """);

    // The program declares the messages, a library that it refers to has the actor: as a base class of both.
    [Theory]
    [InlineData("[Handles] void On(Base m) { }", true)]
    [InlineData("[Handles] IAsyncEnumerable<int> On(Base m) => null!;", true)]
    [InlineData("[Handles] void On(string m) { }", false)]
    public async Task Actors_OfReferences_Count(string handler, bool handles)
    {
        Project domain = TestSolution.AddProject(
            new AdhocWorkspace().CurrentSolution,
            "Domain",
            ["public abstract record Base;", $"[Actor] public sealed partial class Car {{ {handler} }}"],
            []);
        string name = handles ? "Reverse" : "{|COERCE0105:Reverse|}";
        Markup[] sources = [Markup.Parse($"public sealed record {name} : Base, IRequest<Base, int>;"), Markup.Parse(Main)];
        Project program = TestSolution.AddProject(domain.Solution, "Program", sources.Select(source => source.Text), [], new ProjectReference(domain.Id));

        await Verify.MatchAsync(program, sources);
    }
}
