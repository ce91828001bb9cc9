using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests;

public sealed class PartialRuleTests
{
    [Fact]
    public Task ActorClass_NotPartial_IsReportedAtItsName() => Verify.ReportsAsync("""
        [Actor]
        public sealed class {|COERCE0001:Meter|}
        {
            [Handles] void On(int reading) { }
        }
        """);
}
