using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class PartialRuleTests
{
    private const string Use = """

        public static class Program
        {
            public static async Task<int> Run(ActorSystem system)
            {
                MeterRef meter = system.Spawn(Meter.Props(), "meter");
                meter.Tell(1);
                if (!meter.TryTell(2)) meter.Tell("full");
                int total = await meter.AskAsync(3);
                return total + await meter.GetTotalAsync();
            }
        }
        """;

    [Fact]
    public Task ActorClass_NotPartial_IsReportedAtItsName() => Verify.ReportsAsync("""
        [Actor]
        public sealed class {|COERCE0001:Meter|}
        {
            [Handles] void On(int reading) { }
        }
        """);

    [Fact]
    public Task ActorClass_NotPartialAndUsed_IsTheOnlyDiagnostic() => Verify.ReportsAsync("""
        [Actor]
        public sealed class {|COERCE0001:Meter|}
        {
            [Handles] int On(int reading) => reading;
            [Handles] int GetTotal() => 1;
        }
        """ + Use);

    [Fact]
    public Task ActorClass_InContainerThatIsNotPartial_NamesTheContainer() => NamesAsync("""
        public class Plant
        {
            [Actor]
            public sealed partial class {|COERCE0001:Meter|}
            {
                [Handles] void On(int reading) { }
            }
        }
        """, "declare 'Plant' as partial");

    [Fact]
    public Task ActorClass_NeitherItNorContainersPartial_NamesAllFromOutsideIn() => NamesAsync("""
        public class Plant
        {
            public struct Hall
            {
                [Actor]
                public sealed class {|COERCE0001:Meter|}
                {
                    [Handles] void On(int reading) { }
                }
            }
        }
        """, "declare 'Plant' and 'Hall' and 'Meter' as partial");

    [Fact]
    public Task ActorClass_Partial_IsNotReported() => Verify.ReportsAsync("""
        public static partial class Plant
        {
            [Actor]
            public sealed partial class Meter
            {
                [Handles] void On(int reading) { }
            }
        }
        """);

    [Fact]
    public Task ActorClass_OnePartWithoutTheWord_IsTheCompilersError() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void On(int reading) { }
        }

        public sealed class {|CS0260:Meter|}
        {
        }
        """);

    [Fact]
    public Task Pragma_AroundTheClass_Disables() => Verify.ReportsAsync("""
        #pragma warning disable COERCE0001
        [Actor]
        public sealed class Meter
        {
            [Handles] void On(int reading) { }
        }
        """);

    [Fact]
    public Task ActorClass_NotPartialWithBrokenHandler_GivesBoth() => Verify.ReportsAsync("""
        [Actor]
        public sealed class {|COERCE0001:Meter|}
        {
            [Handles] static void {|COERCE0003:On|}(int reading) { }
        }
        """);

    [Fact]
    public Task Fix_Class_AddsTheWordBeforeTheKeyword() => Verify.FixesAsync(new AddPartialFix(), """
        /// <summary>Counts.</summary>
        [Actor]
        public sealed class {|COERCE0001:Meter|} // a comment
        {
            [Handles] void On(int reading) { }
        }
        """, """
        /// <summary>Counts.</summary>
        [Actor]
        public sealed partial class Meter // a comment
        {
            [Handles] void On(int reading) { }
        }
        """);

    [Fact]
    public Task Fix_NoModifiers_KeepsWhatStandsBefore() => Verify.FixesAsync(new AddPartialFix(), """
        // a meter
        [Actor]
        // of power
        class {|COERCE0001:Meter|}
        {
            [Handles] void On(int reading) { }
        }
        """, """
        // a meter
        [Actor]
        // of power
        partial class Meter
        {
            [Handles] void On(int reading) { }
        }
        """);

    [Fact]
    public Task FixAll_Project_MendsContainersOnce() => Verify.FixesAllAsync(
        new AddPartialFix(),
        FixAllScope.Project,
        [
            """
            namespace Power
            {
                class Plant
                {
                    [Actor] class {|COERCE0001:Meter|}
                    {
                        [Handles] void On(int reading) { }
                    }

                    [Actor] sealed class {|COERCE0001:Valve|}
                    {
                        [Handles] void On(int opening) { }
                    }
                }
            }
            """,
            """
            [Actor] public class {|COERCE0001:Pump|}
            {
                [Handles] void On(int speed) { }
            }
            """,
        ],
        [
            """
            namespace Power
            {
                partial class Plant
                {
                    [Actor] partial class Meter
                    {
                        [Handles] void On(int reading) { }
                    }

                    [Actor] sealed partial class Valve
                    {
                        [Handles] void On(int opening) { }
                    }
                }
            }
            """,
            """
            [Actor] public partial class Pump
            {
                [Handles] void On(int speed) { }
            }
            """,
        ]);

    private static async Task NamesAsync(string source, string words)
        => Assert.Contains(words, Assert.Single(await Verify.ReportsAsync(source)).GetMessage());
}
