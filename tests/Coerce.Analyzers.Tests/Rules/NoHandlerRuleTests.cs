using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class NoHandlerRuleTests
{
    [Fact]
    public Task Actor_WithoutHandlerAndUsed_IsTheOnlyDiagnostic() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class {|COERCE0006:Meter|}(int start)
        {
            void On(int m) => Total += m + start;
            public int Total { get; private set; }
            [OnStart] void Started(ActorContext<MeterRef> context) { }
        }

        public static class Program
        {
            public static async Task<int> Run(ActorSystem system)
            {
                MeterRef meter = system.Spawn(Meter.Props(1), "meter");
                meter.Tell(1);
                return await meter.AskAsync(2);
            }
        }
        """);

    [Fact]
    public Task Actor_InTwoParts_IsReportedAtThePartWithTheAttribute() => Verify.ReportsAsync(
        "public partial class Meter;",
        "[Actor] public partial class {|COERCE0006:Meter|};");

    [Fact]
    public Task Actor_WithBrokenHandlerOnly_IsTheOtherMistake() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void {|COERCE0003:On|}() { }
        }
        """);

    [Fact]
    public Task Actor_WithHandlerInAnotherPart_IsNotReported() => Verify.ReportsAsync(
        "[Actor] public partial class Meter;",
        "public partial class Meter { [Handles] void Reset() { } }");

    [Fact]
    public Task Pragma_AroundTheClass_Disables() => Verify.ReportsAsync("""
        #pragma warning disable COERCE0006
        [Actor] public partial class Meter;
        """);

    [Fact]
    public Task Fix_ForgottenAttribute_IsPutOnEachOn() => Verify.FixesAsync(
        new AddHandlesFix(),
        [
            """
            [Actor]
            public partial class {|COERCE0006:Meter|}
            {
                /// <summary>Counts.</summary>
                [System.Diagnostics.DebuggerStepThrough]
                public int On(int m) => m;

                Task OnAsync(string m) => Task.CompletedTask;

                void OnAsync(int m) { }

                static void On(long m) { }

                int Total() => 1;
            }
            """,
            """
            public partial class Meter
            {
                void On(double m) { }
            }
            """,
        ],
        [
            """
            [Actor]
            public partial class Meter
            {
                /// <summary>Counts.</summary>
                [Handles] [System.Diagnostics.DebuggerStepThrough]
                public int On(int m) => m;

                [Handles] Task OnAsync(string m) => Task.CompletedTask;

                void OnAsync(int m) { }

                static void On(long m) { }

                int Total() => 1;
            }
            """,
            """
            public partial class Meter
            {
                [Handles] void On(double m) { }
            }
            """,
        ]);

    [Fact]
    public Task FixAll_Project_MarksThemInEveryActor() => Verify.FixesAllAsync(
        new AddHandlesFix(),
        FixAllScope.Project,
        [
            "[Actor] public partial class {|COERCE0006:Meter|} { void On(int m) { } }",
            "[Actor] public partial class {|COERCE0006:Valve|} { void On(int m) { } }",
        ],
        [
            "[Actor] public partial class Meter { [Handles] void On(int m) { } }",
            "[Actor] public partial class Valve { [Handles] void On(int m) { } }",
        ]);

    [Fact]
    public Task Fix_NothingNamedOn_OffersNothing() => Verify.OffersNothingAsync(
        new AddHandlesFix(), "[Actor] public partial class {|COERCE0006:Meter|} { int Total() => 1; static void On(int m) { } }");
}
