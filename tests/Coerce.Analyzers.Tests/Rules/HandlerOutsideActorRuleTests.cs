using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class HandlerOutsideActorRuleTests
{
    [Theory]
    [InlineData("class", "[Handles] void {|COERCE0005:On|}(int m) { }")]
    [InlineData("static class", "[Handles] static void {|COERCE0005:On|}(int m) { }")]
    [InlineData("struct", "[Handles] void {|COERCE0005:On|}(int m) { }")]
    [InlineData("interface", "[Handles] void {|COERCE0005:On|}(int m);")]
    [InlineData("record", "[OnStart] void {|COERCE0005:Started|}() { }")]
    [InlineData("class", "[OnRestart] void {|COERCE0005:Failed|}(Exception e) { }")]
    [InlineData("class", "[OnStop] Task {|COERCE0005:Stopped|}(int n) => null!;")]
    [InlineData("class", "void Plain() { } [Handles] void {|COERCE0005:On|}() { } [Handles] static void On(int m) { } [OnStop] void Stop() { }")]
    public Task Type_NotAnActor_IsOneDiagnosticAtTheFirstMethod(string kind, string members) => Verify.ReportsAsync($$"""
        public {{kind}} Meter
        {
            {{members}}
        }
        """);

    [Fact]
    public Task BaseClass_OfAnActor_IsReported() => Verify.ReportsAsync("""
        public abstract class Counter
        {
            [Handles] protected void {|COERCE0005:On|}(int m) { }
        }

        [Actor]
        public sealed partial class Meter : Counter
        {
            [Handles] void On(string m) { }
        }
        """);

    [Fact]
    public Task Class_WithoutAttributes_IsNotReported() => Verify.ReportsAsync("""
        public class Meter
        {
            void On(int m) { }
        }
        """);

    [Fact]
    public Task Pragma_AroundTheMethod_Disables() => Verify.ReportsAsync("""
        public class Meter
        {
        #pragma warning disable COERCE0005
            [Handles] void On(int m) { }
        }
        """);

    [Fact]
    public Task Fix_Class_GetsAttributeAndPartial() => Verify.FixesAsync(new AddActorFix(), """
        using System.Diagnostics;

        namespace Power
        {
            /// <summary>Counts.</summary>
            [DebuggerDisplay("meter")]
            public sealed class Meter
            {
                [Handles] void {|COERCE0005:On|}(int m) { }
            }
        }
        """, """
        using System.Diagnostics;

        namespace Power
        {
            /// <summary>Counts.</summary>
            [Actor]
            [DebuggerDisplay("meter")]
            public sealed partial class Meter
            {
                [Handles] void On(int m) { }
            }
        }
        """);

    [Fact]
    public Task Fix_NestedClassWithoutModifiers_MendsTheContainersToo() => Verify.FixesAsync(new AddActorFix(), """
        static class Plant
        {
            // a meter
            class Meter
            {
                [Handles] void {|COERCE0005:On|}(int m) { }
            }
        }
        """, """
        static partial class Plant
        {
            // a meter
            [Actor]
            partial class Meter
            {
                [Handles] void On(int m) { }
            }
        }
        """);

    [Theory]
    [InlineData("public abstract class Meter { [Handles] void {|COERCE0005:On|}(int m) { } }")]
    [InlineData("public static class Meter { [Handles] static void {|COERCE0005:On|}(int m) { } }")]
    [InlineData("public record Meter { [Handles] void {|COERCE0005:On|}(int m) { } }")]
    [InlineData("public struct Meter { [Handles] void {|COERCE0005:On|}(int m) { } }")]
    [InlineData("public class Meter { [Handles] void {|COERCE0005:On|}() { } }")]
    [InlineData("public class Meter { [OnStart] void {|COERCE0005:Started|}() { } }")]
    [InlineData("public class Meter { [Handles] void {|COERCE0005:Stop|}() { } }")]
    [InlineData("public class Meter { [Handles] void {|COERCE0005:On|}(int m) { } public Meter() { } public Meter(int a) { } }")]
    public Task Fix_WouldFailAnotherRule_OffersNothing(string source) => Verify.OffersNothingAsync(new AddActorFix(), source);

    [Fact]
    public Task FixAll_Solution_MendsEveryClass() => Verify.FixesAllAsync(
        new AddActorFix(),
        FixAllScope.Solution,
        [
            """
            public partial class Plant
            {
                public class Meter
                {
                    [Handles] void {|COERCE0005:On|}(int m) { }
                }

                public class Valve
                {
                    [Handles] void {|COERCE0005:On|}(int m) { }
                    [OnStop] void Stop() { }
                }
            }
            """,
            """
            class Pump
            {
                [Handles] void {|COERCE0005:On|}(int m) { }
            }
            """,
        ],
        [
            """
            public partial class Plant
            {
                [Actor]
                public partial class Meter
                {
                    [Handles] void On(int m) { }
                }

                [Actor]
                public partial class Valve
                {
                    [Handles] void On(int m) { }
                    [OnStop] void Stop() { }
                }
            }
            """,
            """
            [Actor]
            partial class Pump
            {
                [Handles] void On(int m) { }
            }
            """,
        ]);
}
