using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class DuplicateHandlerRuleTests
{
    [Theory]
    [InlineData("[Handles] int On(int m) => m;", "[Handles] Task {|COERCE0004:OnAsync|}(int m) => Task.CompletedTask;")]
    [InlineData("[Handles] int On(int m) => m;", "[Handles] int {|COERCE0004:On|}(int m, CancellationToken ct) => m;")]
    [InlineData("[Handles] int On(string m) => 1;", "[Handles] int {|COERCE0004:OnAsync|}(string? m) => 2;")]
    [InlineData("[Handles] int On((int A, int B) m) => 1;", "[Handles] int {|COERCE0004:OnAsync|}((int C, int D) m) => 2;")]
    [InlineData("[Handles] int On(IReadOnlyList<(int A, int B)> m) => 1;", "[Handles] int {|COERCE0004:OnAsync|}(IReadOnlyList<(int, int)> m) => 2;")]
    [InlineData("[Handles] int On(MeterRef m) => 1;", "[Handles] int {|COERCE0004:OnAsync|}(MeterRef m) => 2;")]
    [InlineData("[Handles] int Get() => 1;", "[Handles] Task<int> {|COERCE0004:GetAsync|}() => Task.FromResult(2);")]
    [InlineData("[Handles] int Get() => 1;", "[Handles] int {|COERCE0004:Get|}(int more) => more;")]
    public Task Handlers_OfOneMessage_AreTheOnlyDiagnostic(string first, string second) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter
        {
            {{first}}
            {{second}}
            [Handles] int On(double m) => 3;
        }

        public static class Program
        {
            public static async Task<int> Run(ActorSystem system)
            {
                MeterRef meter = system.Spawn(Meter.Props(), "meter");
                meter.Tell(meter);
                return await meter.AskAsync(1.5) + await meter.AskAsync("any");
            }
        }
        """);

    [Theory]
    [InlineData("[Handles] void On(int m) { }", "[Handles] string {|COERCE0004:OnAsync|}(int m) => \"\";")]
    [InlineData("[Handles] string On(int m) => \"\";", "[Handles] void {|COERCE0004:OnAsync|}(int m) { }")]
    [InlineData("[Handles] IAsyncEnumerable<string> On(int m) => null!;", "[Handles] string {|COERCE0004:OnAsync|}(int m) => \"\";")]
    public Task Handlers_WithDifferentReplies_AreTheOnlyDiagnosticForWhoeverAsks(string first, string second) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter
        {
            {{first}}
            {{second}}
        }

        public static class Program
        {
            public static async Task<string> Run(ActorSystem system)
            {
                MeterRef meter = system.Spawn(Meter.Props(), "meter");
                meter.Tell(1);
                string text = await meter.AskAsync(2);
                return text;
            }
        }
        """);

    [Theory]
    [InlineData("[Handles] int On(int m) => 1;", "[Handles] int On(long m) => 2;")]
    [InlineData("[Handles] int On(int m) => 1;", "[Handles] int On(int? m) => 2;")]
    [InlineData("[Handles] int On([Transfers] int[] m) => 1;", "[Handles] int On([Transfers] int[,] m) => 2;")]
    [InlineData("[Handles] int On(IReadOnlyList<int> m) => 1;", "[Handles] int On(IReadOnlyList<string> m) => 2;")]
    [InlineData("[Handles] int Get() => 1;", "[Handles] int GetAll() => 2;")]
    [InlineData("[Handles] int Get() => 1;", "int Get(int more) => more;")]
    public Task Handlers_OfDifferentMessages_AreNotReported(string first, string second) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter
        {
            {{first}}
            {{second}}
        }
        """);

    [Fact]
    public async Task Handler_Third_NamesTheFirst()
    {
        var reported = await Verify.ReportsAsync("""
            [Actor]
            public sealed partial class Meter
            {
                [Handles] void On(int m) { }
                [Handles] void {|COERCE0004:On|}(int m, CancellationToken ct) { }
                [Handles] void {|COERCE0004:OnAsync|}(int m) { }
            }
            """);

        Assert.All(reported, diagnostic => Assert.Contains("which 'Meter.On(int)' already handles", diagnostic.GetMessage()));
    }

    [Fact]
    public Task Handlers_OneOfThemBroken_IsOneMistake() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void On(int m) { }
            [Handles] static void {|COERCE0003:OnAsync|}(int m) { }
        }
        """);

    [Fact]
    public Task Handlers_InTwoFiles_ReportsTheLater() => Verify.ReportsAsync(
        """
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void On(int m) { }
        }
        """,
        """
        public sealed partial class Meter
        {
            [Handles] void {|COERCE0004:OnAsync|}(int m) { }
        }
        """);

    [Fact]
    public Task Pragma_AroundTheSecond_Disables() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void On(int m) { }
        #pragma warning disable COERCE0004
            [Handles] void OnAsync(int m) { }
        }
        """);
}
