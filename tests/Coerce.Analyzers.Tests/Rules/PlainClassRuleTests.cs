using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class PlainClassRuleTests
{
    private const string Use = """

        public static class Program
        {
            public static async Task<int> Run(ActorSystem system)
            {
                MeterRef meter = system.Spawn(Meter.Props(), "meter");
                meter.Tell(1);
                int total = await meter.AskAsync(3);
                return total;
            }
        }
        """;

    [Fact]
    public Task Class_StaticWithStaticHandlers_IsOneMistake() => Verify.ReportsAsync("""
        [Actor]
        public static partial class {|COERCE0002:Meter|}
        {
            [Handles] static int On(int reading) => reading;
            [OnStart] static void Started() { }
        }
        """);

    [Fact]
    public Task Class_AbstractAndUsed_IsOneMistake() => Verify.ReportsAsync("""
        [Actor]
        public abstract partial class {|COERCE0002:Meter|}
        {
            [Handles] protected abstract int On(int reading);
        }
        """ + Use);

    [Fact]
    public Task Record_Used_IsOneMistake() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial record {|COERCE0002:Meter|}(int Start)
        {
            [Handles] int On(int reading) => reading + Start;
        }
        """ + Use);

    [Fact]
    public Task Class_FileLocal_IsReported() => Verify.ReportsAsync("""
        [Actor]
        file sealed partial class {|COERCE0002:Meter|}
        {
            [Handles] int On(int reading) => reading;
        }
        """);

    [Fact]
    public Task Class_BelowAnActor_IsReported() => Verify.ReportsAsync("""
        [Actor]
        public partial class Meter
        {
            [Handles] int On(int reading) => reading;
        }

        [Actor]
        public sealed partial class {|COERCE0002:PowerMeter|} : Meter
        {
            [Handles] int On(string reading) => reading.Length;
        }
        """);

    [Fact]
    public Task Struct_MarkedAsActor_IsTheCompilersError() => Verify.ReportsAsync("""
        [{|CS0592:Actor|}]
        public partial struct Meter
        {
        }
        """);

    [Fact]
    public Task Class_WithPlainBase_IsNotReported() => Verify.ReportsAsync("""
        public abstract class Counter
        {
            protected int Count { get; set; }
        }

        [Actor]
        public partial class Meter : Counter
        {
            [Handles] int On(int reading) => Count += reading;
        }
        """ + Use);

    [Fact]
    public Task Pragma_AroundTheClass_Disables() => Verify.ReportsAsync("""
        [Actor]
        #pragma warning disable COERCE0002 // for now
        public abstract partial class Meter
        #pragma warning restore COERCE0002
        {
            [Handles] int On(int reading) => reading;
        }
        """);

    [Fact]
    public Task Fix_Static_MakesTheMethodsInstanceToo() => Verify.FixesAsync(new PlainClassFix(), """
        [Actor]
        public static partial class {|COERCE0002:Meter|}
        {
            private static int _total;

            // the only one
            [Handles] static int On(int reading) => _total += Twice(reading);

            [OnStop]
            static void Stopped() => _total = 0;

            private static int Twice(int reading) => 2 * reading;
        }
        """, """
        [Actor]
        public partial class Meter
        {
            private static int {|COERCE0202:_total|};

            // the only one
            [Handles] int On(int reading) => _total += Twice(reading);

            [OnStop]
            void Stopped() => _total = 0;

            private static int Twice(int reading) => 2 * reading;
        }
        """);

    [Fact]
    public Task Fix_Abstract_RemovesTheWord() => Verify.FixesAsync(new PlainClassFix(), """
        [Actor]
        abstract partial class {|COERCE0002:Meter|}
        {
            [Handles] int On(int reading) => reading;
        }
        """, """
        [Actor]
        partial class Meter
        {
            [Handles] int On(int reading) => reading;
        }
        """);

    [Fact]
    public Task Fix_AbstractMembers_OffersNothing() => Verify.OffersNothingAsync(new PlainClassFix(), """
        [Actor]
        public abstract partial class {|COERCE0002:Meter|}
        {
            [Handles] protected abstract int On(int reading);
        }
        """);

    [Fact]
    public Task Fix_Record_BecomesAClass() => Verify.FixesAsync(new PlainClassFix(), """
        [Actor]
        public sealed partial record class {|COERCE0002:Meter|}(int Start)
        {
            [Handles] int On(int reading) => reading + Start;
        }
        """, """
        [Actor]
        public sealed partial class Meter(int Start)
        {
            [Handles] int On(int reading) => reading + Start;
        }
        """);

    [Fact]
    public Task Fix_RecordThatReadsItsProperty_OffersNothing() => Verify.OffersNothingAsync(new PlainClassFix(), """
        [Actor]
        public sealed partial record {|COERCE0002:Meter|}(int Start)
        {
            [Handles] int On(int reading) => reading + this.Start;
        }
        """);

    [Fact]
    public Task FixAll_Project_MendsEveryPart() => Verify.FixesAllAsync(
        new PlainClassFix(),
        FixAllScope.Project,
        [
            """
            [Actor]
            public static partial class {|COERCE0002:Meter|}
            {
                [Handles] static int On(int reading) => reading;
            }
            """,
            """
            public static partial class Meter
            {
                [Handles] static int On(string reading) => reading.Length;
            }

            [Actor]
            public static partial class {|COERCE0002:Valve|}
            {
                [Handles] static int On(int opening) => opening;
            }
            """,
        ],
        [
            """
            [Actor]
            public partial class Meter
            {
                [Handles] int On(int reading) => reading;
            }
            """,
            """
            public partial class Meter
            {
                [Handles] int On(string reading) => reading.Length;
            }

            [Actor]
            public partial class Valve
            {
                [Handles] int On(int opening) => opening;
            }
            """,
        ]);
}
