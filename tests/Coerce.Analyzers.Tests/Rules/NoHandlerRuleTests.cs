using Coerce.Analyzers.Tests.Harness;

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
}
