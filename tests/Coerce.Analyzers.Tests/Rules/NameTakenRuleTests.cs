using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class NameTakenRuleTests
{
    [Theory]
    [InlineData("public int {|COERCE0008:Props|} => 1;", "'Meter.Props'")]
    [InlineData("private int {|COERCE0008:Dispatcher|} = 1; public int A => Dispatcher;", "rename this member")]
    [InlineData("private sealed class {|COERCE0008:Recipe|};", "rename this type")]
    [InlineData("public enum {|COERCE0008:Messages|} { A }", "rename this type")]
    [InlineData("void {|COERCE0008:Messages|}() { }", "rename this method")]
    [InlineData("[Handles] int {|COERCE0008:Messages|}() => 1;", "'Meter.Messages'")]
    [InlineData("[Handles] int {|COERCE0008:Stop|}() => 1;", "'MeterRef.StopAsync'")]
    [InlineData("[Handles] int {|COERCE0008:AskAsync|}() => 1;", "'MeterRef.AskAsync'")]
    [InlineData("[Handles] int {|COERCE0008:Tell|}(int m) => 1;", "rename the handler")]
    [InlineData("[Handles] int {|COERCE0008:Run|}(int m) => 1;", "'MeterRef.RunAsync'")]
    [InlineData("[Handles] int {|COERCE0008:StreamAsync|}() => 1;", "'MeterRef.StreamAsync'")]
    [InlineData("[Handles] public override string {|COERCE0008:ToString|}() => \"\";", "the message would be 'Meter.Messages.ToString'")]
    public async Task Member_InTheWay_IsTheOnlyDiagnostic(string member, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            [Actor]
            public sealed partial class Meter
            {
                {{member}}
                [Handles] int On(int m) => m;
            }

            public static class Program
            {
                public static async Task<int> Run(MeterRef meter)
                {
                    meter.Tell(1);
                    await meter.StopAsync();
                    return await meter.AskAsync(2);
                }
            }
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("public class {|COERCE0008:MeterRef|};", "rename this type, or the actor")]
    [InlineData("public enum {|COERCE0008:MeterRef|} { A }", "the ref of the actor 'Meter'")]
    [InlineData("namespace {|COERCE0008:MeterRef|} { public class A; }", "rename this namespace")]
    public async Task Type_WhereTheRefBelongs_IsTheOnlyDiagnostic(string type, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            {{type}}

            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
                [Handles] int Total() => 1;
            }
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Fact]
    public Task Member_WhereTheRefOfANestedActorBelongs_IsReported() => Verify.ReportsAsync("""
        public partial class Plant
        {
            public int {|COERCE0008:MeterRef|} => 1;

            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
            }
        }
        """);

    [Fact]
    public Task Actor_NamedAsAGeneratedMember_IsReported() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class {|COERCE0008:Messages|}
        {
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public async Task Member_Inherited_IsReportedAndSaysSo()
    {
        var reported = await Verify.ReportsAsync("""
            public class Base
            {
                protected int {|COERCE0008:Props|} => 1;
            }

            [Actor]
            public sealed partial class Meter : Base
            {
                [Handles] int On(int m) => m;
            }
            """);

        Assert.Contains("which 'Meter' inherits", Assert.Single(reported).GetMessage());
    }

    [Fact]
    public Task Names_ThatOnlyLookAlike_AreNotReported() => Verify.ReportsAsync("""
        public class MeterRef<T>;

        public class Base
        {
            private int Props => 1;
            public int Total => Props;
        }

        [Actor]
        public sealed partial class Meter(int props) : Base
        {
            private int _messages = props;
            [Handles] int GetProps() => _messages;
            [Handles] int StopNow() => 1;
            void Tell() { }
        }
        """);

    [Fact]
    public Task Pragma_AroundTheMember_Disables() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
        #pragma warning disable COERCE0008
            public int Props => 1;
        #pragma warning restore COERCE0008
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Fix_Member_IsRenamedWithItsUses() => Verify.FixesAsync(new RenameFix(), """
        [Actor]
        public sealed partial class Meter
        {
            private int {|COERCE0008:Props|} { get; set; }
            [Handles] int On(int m) => Props += m;
        }
        """, """
        [Actor]
        public sealed partial class Meter
        {
            private int MeterProps { get; set; }
            [Handles] int On(int m) => MeterProps += m;
        }
        """);

    [Fact]
    public Task Fix_Handler_IsRenamed() => Verify.FixesAsync(new RenameFix(), """
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void {|COERCE0008:StopAsync|}() { }
        }
        """, """
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void StopMeter() { }
        }
        """);

    [Theory]
    [InlineData("public int {|COERCE0008:Props|} => MeterProps; int MeterProps => 1;")]
    [InlineData("public int {|COERCE0008:Recipe|} => 1;")]
    public Task Fix_NameIsTakenOrPromised_OffersNothing(string member) => Verify.OffersNothingAsync(new RenameFix(), $$"""
        public interface ICook { int Recipe => 1; }

        [Actor]
        public sealed partial class Meter : ICook
        {
            {{member}}
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Fix_TypeWhereTheRefBelongs_OffersNothing() => Verify.OffersNothingAsync(new RenameFix(), """
        public class {|COERCE0008:MeterRef|};

        [Actor]
        public sealed partial class Meter
        {
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task FixAll_Project_RenamesAll() => Verify.FixesAllAsync(
        new RenameFix(),
        FixAllScope.Project,
        [
            """
            [Actor]
            public sealed partial class Meter
            {
                private int {|COERCE0008:Props|} { get; set; }

                private int {|COERCE0008:Recipe|} { get; set; }

                [Handles] int On(int m) => Props += m;
            }
            """,
            """
            [Actor]
            public sealed partial class Valve
            {
                private int {|COERCE0008:Props|} { get; set; }

                [Handles] int On(int m) => m;
            }
            """,
        ],
        [
            """
            [Actor]
            public sealed partial class Meter
            {
                private int MeterProps { get; set; }

                private int MeterRecipe { get; set; }

                [Handles] int On(int m) => MeterProps += m;
            }
            """,
            """
            [Actor]
            public sealed partial class Valve
            {
                private int ValveProps { get; set; }

                [Handles] int On(int m) => m;
            }
            """,
        ]);
}
