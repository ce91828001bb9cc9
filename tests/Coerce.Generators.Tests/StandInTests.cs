using Coerce.TestCompiler;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What stands in for an actor that an analyzer reports takes the code that was written for the real one.</summary>
public sealed class StandInTests
{
    private const string Handlers = """
        [Handles] int On(int m) => m;
        [Handles] void On(string m) { }
        [Handles] List<int> Read(int from, string? unit = null, int[]? more = null) => [];
        [Handles] static int Convert(Func<int, int> by, List<string> units, int scale = 3) => scale;
        """;

    // Named arguments in any order, defaults, lambdas, collections, and types that only the parameter knows.
    private const string Use = """
        static class Program
        {
            static async Task Run(ActorSystem system)
            {
                MeterRef meter = system.Spawn(Meter.Props(balance: 50, name: null));
                _ = system.Spawn(Meter.Props(50, name: "a", [1, 2]), "b");
                _ = system.Spawn(Meter.Props(balance: default, limits: new() { 1 }));
                List<int> read = await meter.ReadAsync(unit: "kWh", from: 1);
                read.AddRange((await meter.ReadAsync(1)).Select(n => n + 1));
                ValueTask<List<int>> task = meter.ReadAsync(1, null, [2, 3], CancellationToken.None);
                int converted = await meter.ConvertAsync(n => n + 1, ["a"], cancellationToken: default);
                converted = await meter.ConvertAsync(scale: 1, units: new(), by: n => 1);
                IReceive<int> numbers = meter;
                IAsk<int, int> asks = meter;
                IAsk<string> texts = meter;
                List<IReceive<string>> all = [meter, texts];
            }
        }
        """;

    private const string UsingLinq = "global using System.Linq;";

    [Theory]
    [InlineData("public sealed class Meter(int balance, string? name = null, List<int>? limits = null)", "public object?[] All => [balance, name, limits];")]
    [InlineData("public abstract partial class Meter(int balance, string? name = null, List<int>? limits = null)", "public object?[] All => [balance, name, limits];")]
    [InlineData("public sealed partial class Meter", "public Meter(uint balance, string? name = null) { } public Meter(int balance, string? name = null, List<int>? limits = null) { }")]
    [InlineData("public sealed partial class Meter", "private Meter(int balance, string? name = null, List<int>? limits = null) { }")]
    [InlineData("public partial record Meter(int balance, string? name = null, List<int>? limits = null)", "")]
    [InlineData("public sealed partial class Meter(int balance, string? name = null, List<int>? limits = null)", "public object?[] All => [balance, name, limits]; public int Recipe => 1;")]
    [InlineData("public sealed partial class Meter", "public required int Size { get; init; } public Meter(int balance, string? name = null, List<int>? limits = null) { }")]
    public void InvalidClass_UsedAsTheActorItWouldBe_AddsNoError(string header, string members)
        => AssertClean(UsingLinq, $"[Actor] {header} {{ {members} {Handlers} }}", Use);

    [Theory]
    [InlineData("X.Props(a: 1)")]
    [InlineData("X.Props(b: 1)")]
    [InlineData("X.Props()")]
    [InlineData("X.Props(null)")]
    [InlineData("X.Props(1, 2, 3, 4)")]
    public void SeveralConstructors_OfferedOneOfTheirCalls_AddNoError(string props) => AssertClean($$"""
        [Actor] public sealed partial class X
        {
            public X(int a = 1) { }
            public X(long b = 1, ActorContext<XRef>? context = null) { }
            public X(int a, [FromServices] IFormatProvider format) { }
            public X(object?[]? all) { }
            [Handles] int Get() => 1;
        }
        static class Program { static XRef Run(ActorSystem system) => system.Spawn({{props}}); }
        """);

    [Theory]
    [InlineData("[Handles] static int Read(int from, int to = 2) => 1;", "meter.ReadAsync(to: 3, from: 1)")]
    [InlineData("[Handles] int Read<T>(T from, List<T> to) => 1;", "meter.ReadAsync(to: new List<int>(), from: 1)")]
    [InlineData("[Handles] int Read(ref int from) => 1;", "meter.ReadAsync(from: 1)")]
    [InlineData("[Handles] int Read(Span<int> from) => 1;", "meter.ReadAsync(from: new int[1])")]
    [InlineData("[Handles] int Read(Hidden from) => 1; private sealed class Hidden;", "meter.ReadAsync(from: 1)")]
    [InlineData("[Handles] int Read() => 1; [Handles] int ReadAsync(int from = 1) => 1;", "meter.ReadAsync()")]
    [InlineData("[Handles] int Read() => 1; [Handles] int ReadAsync(int from = 1) => 1;", "meter.ReadAsync(from: 2)")]
    [InlineData("[Handles] static int Read(string? from = null) => 1;", "meter.ReadAsync(null)")]
    [InlineData("[Handles] int Read(int cancellationToken, ref int from) => 1;", "meter.ReadAsync(from: 2, cancellationToken: 1)")]
    public void InvalidHandler_CalledWithNames_AddsNoError(string handler, string call) => AssertClean($$"""
        [Actor] public sealed partial class Meter { {{handler}} [Handles] void On(int m) { } }
        static class Program { static async Task<int> Run(MeterRef meter) => await {{call}}; }
        """);

    [Fact]
    public void InvalidClass_MethodStyleMessage_IsReceived() => AssertClean("""
        [Actor] public abstract partial class Meter { [Handles] int Get(int from) => from; }
        static class Program
        {
            static async Task<int> Run(MeterRef meter)
            {
                IAsk<Meter.Messages.Get, int> ask = meter;
                return await ask.AskAsync(new(1));
            }
        }
        """);

    [Theory]
    [InlineData("class O<X>", "O<int>.Meter.Props(null, start: 1)")]
    [InlineData("class O<X> where X : struct", "O<int>.Meter.Props(start: 1, first: 2)")]
    [InlineData("partial class P<X> { } class O<X, Y> where X : IEnumerable<Y>", "O<string, char>.Meter.Props(start: 1, first: null)")]
    public void GenericContainerThatIsNotPartial_Used_AddsNoError(string container, string props) => AssertClean($$"""
        namespace N
        {
            {{container}}
            {
                [Actor] public sealed partial class Meter(X? first, int start)
                {
                    [Handles] X? Get(X? other, List<X> more) => start > 0 ? first : other;
                    [Handles] void On(X m) { }
                    [Handles] int On(string m) => 1;
                    static async Task<X?> Use(MeterRef meter, X x)
                    {
                        meter.Tell(x);
                        IReceive<string> texts = meter;
                        return await meter.GetAsync(more: new List<X>(), other: x);
                    }
                }
            }

            static class Program { static MeterRef Run(ActorSystem system) => system.Spawn({{props}}); }
        }
        """);

    [Fact]
    public void GenericActorInContainerThatIsNotPartial_ConstraintsOfTheContainer_AddNoError() => AssertClean("""
        class O<X>
        {
            private interface IHidden { }
            [Actor] public sealed partial class Meter<T> where T : class, X { [Handles] void On(T m) { } public static MeterRef<T>? Other = null; }
            [Actor] private sealed class Valve<T> where T : IHidden { [Handles] void On(T m) { } public static ValveRef<T>? Other = null; }
        }
        """);

    [Theory]
    [InlineData("[Actor] public sealed partial class Meter { [Handles] int Get() => 1; [Handles] void On(int m) { } }")]
    [InlineData("[Actor] public sealed class Meter { [Handles] int Get() => 1; [Handles] void On(int m) { } }")]
    [InlineData("public class P { [Actor] public sealed class Meter { [Handles] int Get() => 1; [Handles] void On(int m) { } } }")]
    public void TwoRefsOfOneName_OneInContainerThatIsNotPartial_AddNoError(string other) => AssertClean($$"""
        namespace N
        {
            {{other}}

            public class O
            {
                [Actor] public sealed partial class Meter(int start)
                {
                    [Handles] int Get() => start;
                    [Handles] void On(int m) { }
                }

                static async Task<int> Run(ActorSystem system)
                {
                    MeterRef meter = system.Spawn(Meter.Props(start: 1));
                    meter.Tell(2);
                    return await meter.GetAsync();
                }
            }
        }
        """);

    [Fact]
    public void TypeInTheNamespace_NamedAsTheRefOfContainerThatIsNotPartial_AddsNoError() => AssertClean("""
        namespace N
        {
            public sealed class MeterRef;
            public class O { [Actor] public sealed partial class Meter { [Handles] int Get() => 1; public static MeterRef? Other; } }
        }
        """);

    [Fact]
    public void RefDisplaced_NamedInAnotherActor_IsTheOther()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class Meter { [Handles] int Get() => 1; }
            public class O { [Actor] public sealed partial class Meter { [Handles] int Get() => 1; } }
            [Actor] public sealed partial class Valve { [Handles] int On(MeterRef m) => 1; }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("Tell(global::MeterRef message)", program.Files["Valve.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void ParametersAfterOptionalOnes_MethodStyle_Compile() => AssertClean("""
        [Actor] public sealed partial class Meter { [Handles] int Get(int a, string? b = null, params int[] more) => a; }
        [Actor] public sealed class Broken { [Handles] int Get(int a, string? b = null, params int[] more) => a; }
        """);

    [Fact]
    public void ObsoleteMessage_SoundOrNot_WarnsNobodyButItsSender() => AssertClean("""
        #pragma warning disable CS0618
        [Obsolete("old")] public sealed record Old(int N);
        [Actor] public sealed partial class Meter(Old? old) { [Handles] Old? On(Old m) => old; [Handles] Old? Get(Old m, Old? n = null) => old; }
        [Actor] public sealed class Broken(Old? old) { [Handles] Old? On(Old m) => old; [Handles] Old? Get(Old m, Old? n = null) => old; }
        """);

    [Fact]
    public void InvalidClass_LanguageVersion12_TakesNames() => Assert.Empty(TestProject.Of(
        UsingLinq,
        "[Actor] public abstract partial class Meter(int balance, string? name = null, List<int>? limits = null) { public object?[] All => [balance, name, limits]; " + Handlers + " }",
        Use).WithLanguageVersion(LanguageVersion.CSharp12).Generate().Diagnostics);

    private static void AssertClean(params string[] sources)
    {
        GeneratedProgram program = TestProject.Of(sources).Generate();
        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics) + "\n\n" + string.Join("\n", program.Files.Values));
    }
}
