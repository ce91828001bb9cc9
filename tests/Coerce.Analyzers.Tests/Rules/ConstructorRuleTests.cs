using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class ConstructorRuleTests
{
    [Theory]
    [InlineData("public sealed partial class {|COERCE0007:Meter|}", "public Meter() { } internal Meter(int a) { }", "several")]
    [InlineData("public sealed partial class {|COERCE0007:Meter|}(int a)", "public Meter() : this(1) { } int A => a;", "several")]
    [InlineData("public sealed partial class {|COERCE0007:Meter|}", "private Meter() { }", "private")]
    [InlineData("public sealed partial class Meter", "public Meter(ref int {|COERCE0007:a|}) { }", "by value")]
    [InlineData("public sealed partial class Meter", "public Meter(Span<int> {|COERCE0007:a|}) { }", "lives on the stack")]
    [InlineData("public sealed partial class Meter", "public Meter(ActorContext<ActorRef> {|COERCE0007:a|}) { }", "ActorContext<MeterRef>")]
    [InlineData("public sealed partial class Meter", "public required int {|COERCE0007:Size|} { get; init; }", "'Size' is required")]
    public async Task Constructor_ThatPropsCannotCall_IsTheOnlyDiagnostic(string header, string members, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            [Actor]
            {{header}}
            {
                {{members}}
                [Handles] int On(int m) => m;
            }

            public static class Program
            {
                public static async Task<int> Run(ActorSystem system)
                {
                    MeterRef meter = system.Spawn(Meter.Props(1), "meter");
                    meter.Tell("anything");
                    return await meter.AskAsync(2);
                }
            }
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("")]
    [InlineData("protected Meter(int a, ActorContext<MeterRef> context, [FromServices] IFormatProvider format) { }")]
    [InlineData("public Meter(int a) { } private Meter() : this(1) { } static Meter() { }")]
    [InlineData("public required int Size { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Meter() { }")]
    [InlineData("public Meter(CancellationToken stopping, Secret secret) { } public class Secret;")]
    public Task Constructor_One_IsNotReported(string members) => Verify.ReportsAsync($$"""
        [Actor]
        public partial class Meter
        {
            {{members}}
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Pragma_AroundTheClass_Disables() => Verify.ReportsAsync("""
        #pragma warning disable COERCE0007
        [Actor]
        public partial class Meter
        {
            public Meter() { }
            public Meter(int a) { }
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Fix_OthersCallOne_MakesThemPrivate() => Verify.FixesAsync(new KeepConstructorFix(), """
        [Actor]
        public partial class {|COERCE0007:Meter|}(int start)
        {
            // for tests
            internal Meter() : this(0) { }

            public Meter(string start) : this(int.Parse(start)) { }

            [Handles] int On(int m) => m + start;
        }
        """, """
        [Actor]
        public partial class Meter(int start)
        {
            // for tests
            private Meter() : this(0) { }

            private Meter(string start) : this(int.Parse(start)) { }

            [Handles] int On(int m) => m + start;
        }
        """);

    [Theory]
    [InlineData("public Meter() { } public Meter(int a) { }", "")]
    [InlineData("public Meter() : this(1) { } public Meter(int a) { }", "{|COERCE0204:new Meter()|}")]
    public Task Fix_ChoiceIsAGuess_OffersNothing(string members, string use) => Verify.OffersNothingAsync(new KeepConstructorFix(), $$"""
        [Actor]
        public partial class {|COERCE0007:Meter|}
        {
            {{members}}
            [Handles] int On(int m) => m;
        }

        public static class Program
        {
            public static object? Make() => {{(use.Length == 0 ? "null" : use)}};
        }
        """);

    [Fact]
    public Task FixAll_Project_MendsEveryActor() => Verify.FixesAllAsync(
        new KeepConstructorFix(),
        FixAllScope.Project,
        [
            """
            [Actor]
            public partial class {|COERCE0007:Meter|}
            {
                public Meter(int a) { }
                public Meter() : this(1) { }
                [Handles] int On(int m) => m;
            }
            """,
            """
            [Actor]
            public partial class {|COERCE0007:Valve|}
            {
                public Valve(int a) { }
                protected internal Valve() : this(1) { }
                [Handles] int On(int m) => m;
            }
            """,
        ],
        [
            """
            [Actor]
            public partial class Meter
            {
                public Meter(int a) { }
                private Meter() : this(1) { }
                [Handles] int On(int m) => m;
            }
            """,
            """
            [Actor]
            public partial class Valve
            {
                public Valve(int a) { }
                private Valve() : this(1) { }
                [Handles] int On(int m) => m;
            }
            """,
        ]);
}
