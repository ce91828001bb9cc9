using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>COERCE0201.</summary>
public sealed class SharedStateRuleTests
{
    private const string Types = """

        public enum Color { Red }
        public readonly record struct Point(int X, int Y);
        public struct Pair { public int Left; public string Right { get; set; } }
        public struct Listing { public List<int> Numbers; }
        public sealed record Line(string Product, int Count);
        public sealed record Order(Guid Id, ImmutableArray<Line> Lines, Uri? Link = null) { public required string Note { get; init; } }
        public sealed record Tagged(string Name, List<string> Tags);
        public sealed record Basket(IReadOnlyList<Tagged> Lines);
        public sealed record Map(ImmutableDictionary<string, int[]> Values);
        public sealed record Settable(string Name) { public int Count { get; set; } }
        public class Base { private int _hidden; public int Next() => _hidden++; }
        public sealed class Derived : Base { public string Name { get; } = ""; }
        public sealed class Fixed(string name) { private readonly string _name = name; public string Name => _name; public string Upper() => name.ToUpper(); }
        public sealed class Captures(List<int> items) { public int Count => items.Count; }
        public sealed class Counts(int number) { public int Next() => number++; }
        public sealed class Consumes(List<int> items) { public int Count { get; } = items.Count; }
        public sealed class Listens { public event Action? Changed { add { } remove { } } }
        public sealed class Rings { public event Action? Rang; public void Ring() => Rang?.Invoke(); }
        public sealed class Late(DateTime at) : Exception { public DateTime At { get; set; } = at; }
        public sealed class OwnList : List<int>;
        public sealed record Tree(string Name, ImmutableArray<Tree> Children, Tree? Parent);
        public sealed record Bush(ImmutableArray<Bush> Children, List<int> Leaves);
        public sealed record Ping(Pong? Other);
        public sealed record Pong(Ping? Other, int[] Numbers);
        public sealed record Endless<T>(T Value, Endless<Endless<T>>? Next);
        public sealed record Box<T>(T Value);
        public interface IName { string Name { get; } void Say(); }
        public interface INamed : IName { new string Name { get; set; } }
        public interface INotes { event Action Changed; }
        public abstract class Open { public abstract string Name { get; } }
        public abstract class OpenSettable { public abstract string Name { get; set; } }
        public abstract record Shape
        {
            private Shape() { }
            public sealed record Circle(double Radius) : Shape;
            public sealed record Square(double Side) : Shape;
        }
        public abstract record Command
        {
            private Command() { }
            public sealed record Add(int Number) : Command;
            public sealed record AddAll(List<int> Numbers) : Command;
        }
        [Sendable] public sealed class Vouched { public int Count { get; set; } }
        [Sendable] public delegate int Pure(int x);
        public delegate int Impure(int x);
        public sealed class Foreign { public int Count { get; set; } }
        public sealed class Foreign<T> { public T? Value { get; set; } }
        public sealed record HandsOver(int Id, [Transfers] List<string> Words) { [Transfers] public byte[] Bytes { get; init; } = []; [Transfers] public int[]? Numbers; }
        public sealed class HandsOverToo([Transfers] List<string> words) { public List<string> Words { get; } = words; }
        [Transfers] public sealed class Whole { public int Count { get; set; } }
        public sealed class Static { public static List<int> All = []; public const int One = 1; }
        [Actor] public sealed partial class Other { [Handles] void Open(int x) { } [Handles] void Fill([Transfers] List<int> x) { } }
        """;

    [Theory]
    [InlineData("bool")]
    [InlineData("string?")]
    [InlineData("decimal")]
    [InlineData("nint")]
    [InlineData("Color")]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset")]
    [InlineData("TimeSpan?")]
    [InlineData("DateOnly")]
    [InlineData("TimeOnly")]
    [InlineData("Guid")]
    [InlineData("Uri")]
    [InlineData("Version")]
    [InlineData("Type")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("Exception")]
    [InlineData("Late")]
    [InlineData("ArgumentException")]
    [InlineData("CancellationTokenSource")]
    [InlineData("TaskCompletionSource")]
    [InlineData("TaskCompletionSource<int>")]
    [InlineData("CountdownEvent")]
    [InlineData("Barrier")]
    [InlineData("SemaphoreSlim")]
    [InlineData("Task<string>")]
    [InlineData("ValueTask<int>")]
    [InlineData("System.Threading.Channels.Channel<int>")]
    [InlineData("System.Threading.Channels.ChannelReader<string>")]
    [InlineData("System.Threading.Channels.ChannelWriter<Order>")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<string, int>")]
    [InlineData("System.Collections.Concurrent.ConcurrentQueue<Order>")]
    [InlineData("ImmutableArray<int>")]
    [InlineData("ImmutableList<Order>")]
    [InlineData("ImmutableDictionary<string, ImmutableArray<Line>>")]
    [InlineData("IImmutableSet<string>")]
    [InlineData("System.Collections.Frozen.FrozenSet<int>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("IReadOnlyCollection<Order>")]
    [InlineData("IReadOnlyDictionary<string, Line>")]
    [InlineData("IReadOnlySet<string>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("ReadOnlyMemory<byte>")]
    [InlineData("(int Id, string Name)")]
    [InlineData("Tuple<int, string>")]
    [InlineData("KeyValuePair<string, int>")]
    [InlineData("Point")]
    [InlineData("Pair")]
    [InlineData("Order")]
    [InlineData("Fixed")]
    [InlineData("Consumes")]
    [InlineData("Tree")]
    [InlineData("Endless<int>")]
    [InlineData("Box<string>")]
    [InlineData("IName")]
    [InlineData("Open")]
    [InlineData("Shape")]
    [InlineData("Vouched")]
    [InlineData("Pure")]
    [InlineData("Foreign")]
    [InlineData("Foreign<List<int>>")]
    [InlineData("HandsOver")]
    [InlineData("HandsOverToo")]
    [InlineData("Whole")]
    [InlineData("Static")]
    [InlineData("OtherRef")]
    [InlineData("ActorRef")]
    [InlineData("IReceive<int>")]
    [InlineData("IAsk<int, string>")]
    [InlineData("Props<OtherRef>")]
    [InlineData("ActorSystem")]
    [InlineData("Topic<int>")]
    [InlineData("Deferred<int>")]
    [InlineData("Terminated")]
    [InlineData("DeadLetter")]
    [InlineData("Other.Messages.Open")]
    [InlineData("Other.Messages.Fill")]
    public Task Type_Sendable_IsNotReported(string type) => Verify.ReportsAsync(Source($"{type} m"));

    [Theory]
    [InlineData("int[]", "int[]", "take an ImmutableArray<T> or an IReadOnlyList<T>")]
    [InlineData("List<int>", "List<int>", "take an ImmutableArray<T>")]
    [InlineData("IList<int>", "IList<int>", "can be changed")]
    [InlineData("ICollection<int>", "ICollection<int>", "can be changed")]
    [InlineData("Dictionary<string, int>", "Dictionary<string, int>", "take an ImmutableDictionary")]
    [InlineData("HashSet<int>", "HashSet<int>", "take an ImmutableHashSet<T>")]
    [InlineData("Queue<int>", "Queue<int>", "take an immutable type")]
    [InlineData("ISet<int>", "ISet<int>", "ImmutableHashSet")]
    [InlineData("Memory<byte>", "Memory<byte>", "take a ReadOnlyMemory<T>")]
    [InlineData("ArraySegment<byte>", "ArraySegment<byte>", "take a ReadOnlyMemory<T>")]
    [InlineData("System.Text.StringBuilder", "StringBuilder", "take an immutable type")]
    [InlineData("ImmutableArray<int>.Builder", "ImmutableArray<int>.Builder", "can be changed")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyCollection<int>", "ReadOnlyCollection<int>", "can be changed")]
    [InlineData("object", "object", "may be anything")]
    [InlineData("Func<int>", "Func<int>", "is a delegate")]
    [InlineData("Impure", "Impure", "vouch for the delegate")]
    [InlineData("ImmutableArray<int[]>", "ImmutableArray<int[]>[] : int[]", "can be changed")]
    [InlineData("Task<List<int>>", "Task<List<int>>.Result : List<int>", "can be changed")]
    [InlineData("(int Id, int[] Numbers)", "(int Id, int[] Numbers).Numbers : int[]", "can be changed")]
    [InlineData("KeyValuePair<string, byte[]>", "KeyValuePair<string, byte[]>.Value : byte[]", "can be changed")]
    [InlineData("Tagged", "Tagged.Tags : List<string>", "take an ImmutableArray<T>")]
    [InlineData("Basket", "Basket.Lines[].Tags : List<string>", "take an ImmutableArray<T>")]
    [InlineData("Map", "Map.Values[] : int[]", "can be changed")]
    [InlineData("Listing", "Listing.Numbers : List<int>", "can be changed")]
    [InlineData("Listing?", "Listing?.Numbers : List<int>", "can be changed")]
    [InlineData("Settable", "Settable.Count : int", "write 'init' instead of 'set'")]
    [InlineData("Base", "Base._hidden : int", "make it readonly")]
    [InlineData("Derived", "Derived._hidden : int", "make it readonly")]
    [InlineData("Captures", "Captures.items : List<int>", "can be changed")]
    [InlineData("Counts", "Counts.number : int", "make it readonly")]
    [InlineData("Listens", "Listens.Changed : Action", "leave the event out")]
    [InlineData("Rings", "Rings.Rang : Action", "leave the event out")]
    [InlineData("OwnList", "OwnList", "can be changed")]
    [InlineData("Bush", "Bush.Leaves : List<int>", "can be changed")]
    [InlineData("Ping", "Ping.Other.Numbers : int[]", "can be changed")]
    [InlineData("Box<int[]>", "Box<int[]>.Value : int[]", "can be changed")]
    [InlineData("INamed", "INamed.Name : string", "write 'init'")]
    [InlineData("INotes", "INotes.Changed : Action", "leave the event out")]
    [InlineData("OpenSettable", "OpenSettable.Name : string", "write 'init'")]
    [InlineData("Command", "Command.AddAll.Numbers : List<int>", "can be changed")]
    [InlineData("Command.AddAll", "Command.AddAll.Numbers : List<int>", "can be changed")]
    [InlineData("ActorContext<OtherRef>[]", "ActorContext<OtherRef>[]", "can be changed")]
    [InlineData("ImmutableArray<ActorContext<OtherRef>>", "ImmutableArray<ActorContext<OtherRef>>[] : ActorContext<OtherRef>", "can be changed by 'Stop'")]
    [InlineData("System.Diagnostics.Stopwatch", "Stopwatch", "can be changed by '")]
    public async Task Type_WithWhatCanChange_IsReportedWithThePath(string type, string path, string words)
    {
        var reported = await Verify.ReportsAsync(Source($"{{|COERCE0201:{type}|}} m"));

        string message = Assert.Single(reported).GetMessage();
        Assert.Contains($"'{path}'", message.Replace("Action?", "Action", StringComparison.Ordinal));
        Assert.Contains(words, message);
    }

    [Theory]
    [InlineData("[Handles] void On([Transfers] List<int> m) { }")]
    [InlineData("[Handles] int Put(string name, [Transfers] int[] numbers) => 1;")]
    [InlineData("[Handles] int Put(ActorContext<MeterRef> context, CancellationToken ct, [FromServices] List<int> service, RequestScope scope) => 1;")]
    [InlineData("[Handles] List<int> On(int m) => new();")]
    [InlineData("void On(List<int> m) { }")]
    [InlineData("[Handles] int Put(int a, {|COERCE0201:int[]|} b, {|COERCE0201:List<int>|} c) => 1;")]
    [InlineData("[Handles, Subscribes(\"a\")] void On({|COERCE0201:Tagged|} m) { }")]
    [InlineData("[Handles] void {|COERCE0003:On|}(List<int> a, List<int> b) { }")]
    public Task Handlers_ParametersThatTravel_AreLookedAt(string handler) => Verify.ReportsAsync(Meter(handler));

    [Fact]
    public Task Behaviors_SameMessageInSeveral_IsReportedOnce() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Door
        {
            [Handles] void On({|COERCE0201:int[]|} m) { }

            [Behavior(Initial = true)]
            private sealed partial class Closed { [Handles] void Open({|COERCE0201:List<int>|} who) { } }

            [Behavior]
            private sealed partial class Opened { [Handles] void Open(List<int> who) { } }
        }
        """);

    [Fact]
    public Task GenericActor_TypeParameters_Count_AsSendable() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Box<T>
        {
            [Handles] void On(T m) { }
            [Handles] void Put(IReadOnlyList<T> m) { }
            [Handles] void PutAll({|COERCE0201:List<T>|} m) { }
        }
        """);

    [Fact]
    public Task WithoutAnActor_NothingIsLookedAt() => Verify.ReportsAsync("public sealed class Plain { public void On(List<int> m) { } }");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TypesOfAnotherAssembly_AreJudgedByWhatTheyShow(bool emitted)
    {
        GeneratedProgram library = TestProject.Of("""
            [assembly: Sendable(typeof(Library.ByAssembly))]
            namespace Library;
            public sealed class Good(string name) : IDisposable { public string Name { get; } = name; public int Twice() => 2; public void Dispose() { } }
            public sealed class Changes { public void Add(int x) { } }
            public sealed class Indexed { public int this[int x] { get => x; set { } } }
            public sealed class OpenField { public int Field; public readonly int Fixed; }
            public sealed record Tagged(string Name, List<string> Tags);
            public sealed record HandsOver(int Id, [Transfers] List<string> Words);
            public struct Plain { public int Count { get; set; } public void Add() { } }
            [Sendable] public sealed class Vouched { public void Add(int x) { } }
            public sealed class ByAssembly { public void Add(int x) { } }
            """).WithName("Library").Generate();
        Assert.Empty(library.Errors);
        Markup source = Markup.Parse($$"""
            using Library;
            [Actor]
            public sealed partial class Meter
            {
                [Handles] void On(Good m) { }
                [Handles] void On({{(emitted ? "{|COERCE0201:Changes|}" : "Changes")}} m) { }
                [Handles] void On({{(emitted ? "{|COERCE0201:Indexed|}" : "Indexed")}} m) { }
                [Handles] void On({|COERCE0201:OpenField|} m) { }
                [Handles] void On({|COERCE0201:Tagged|} m) { }
                [Handles] void On(HandsOver m) { }
                [Handles] void On(Plain m) { }
                [Handles] void On(Vouched m) { }
                [Handles] void On(ByAssembly m) { }
            }
            """);
        Project project = TestSolution.Project([source.Text])
            .AddMetadataReference(emitted ? library.ToPortableExecutable() : library.ToCompilationReference());

        await Verify.MatchAsync(project, [source]);
    }

    private static string Source(string parameter) => Meter($"[Handles] void On({parameter}) {{ }}");

    private static string Meter(string handler) => $$"""
        using System.Collections.Immutable;
        [assembly: Sendable(typeof(Foreign))]
        [assembly: Sendable(typeof(Foreign<>))]
        #pragma warning disable CS0067, CS0649, CS9124

        [Actor]
        public sealed partial class Meter
        {
            {{handler}}
            [Handles] void On(double m) { }
        }
        """ + Types;
}
