using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

/// <summary>COERCE0030, COERCE0031 and COERCE0032.</summary>
public sealed class SubscriptionRuleTests
{
    [Theory]
    [InlineData("[{|COERCE0030:Subscribes(\"a\")|}] void On(int m) { }", "add [Handles]")]
    [InlineData("[{|COERCE0030:Subscribes(\"a\")|}, {|COERCE0030:Subscribes(\"b\")|}] void On(int m) { }", "add [Handles]")]
    [InlineData("[OnStart, {|COERCE0030:Subscribes(\"a\")|}] void Start() { }", "add [Handles]")]
    [InlineData("[Handles, {|COERCE0030:Subscribes(\"a\")|}] void Take(int m) { }", "calls 'Take'")]
    [InlineData("[Handles, {|COERCE0030:Subscribes(\"a\")|}] int Get() => 1;", "write 'On'")]
    [InlineData("[Handles, {|COERCE0030:Subscribes(\"a\")|}] IAsyncEnumerable<int> On(int m) => null!;", "is a stream")]
    [InlineData("[Handles, {|COERCE0032:Subscribes(\"\")|}] void On(int m) { }", "it is empty")]
    [InlineData("[Handles, {|COERCE0032:Subscribes(\"  \")|}] void On(int m) { }", "it is empty")]
    [InlineData("[Handles, {|COERCE0032:Subscribes(null!)|}] void On(int m) { }", "it is empty")]
    [InlineData("[Handles, {|COERCE0032:Subscribes(topic: \"$orders\")|}] void On(int m) { }", "SystemTopics.Names")]
    [InlineData("[Handles, {|COERCE0031:Subscribes(\"a\")|}] int On(int m) => m;", "replies with 'int'")]
    [InlineData("[Handles, {|COERCE0031:Subscribes(\"a\")|}] Task<int?> On(int m) => null!;", "replies with 'int?'")]
    [InlineData("[Handles, {|COERCE0031:Subscribes(\"a\")|}] Deferred<int> On(int m) => new();", "replies with 'int'")]
    public async Task Subscription_AtFault_IsTheOnlyDiagnostic(string member, string words)
    {
        var reported = await Verify.ReportsAsync(Meter(member));

        Assert.All(reported, diagnostic => Assert.Contains(words, diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("[Handles, Subscribes(\"a\")] void On(int m) { }")]
    [InlineData("[Handles, Subscribes(\"a\"), Subscribes(\"b\")] Task On(int m) => Task.CompletedTask;")]
    [InlineData("[Handles][Subscribes(Name)] ValueTask OnAsync(int m, CancellationToken ct) => default; const string Name = \"a\" + \"b\";")]
    [InlineData("[Handles, Subscribes(SystemTopics.Names.ActorStarted)] void On(ActorStarted m) { }")]
    [InlineData("[Handles, Subscribes(SystemTopics.Names.ActorStopped)] void On(ActorStopped m) { }")]
    [InlineData("[Handles, Subscribes(SystemTopics.Names.ActorFailed)] void On(ActorFailed m) { }")]
    [InlineData("[Handles, Subscribes(SystemTopics.Names.DeadLetters)] void On(DeadLetter m) { }")]
    [InlineData("[Handles, Subscribes(\"a\")] void On(MeterRef m) { }")]
    public Task Subscription_Sound_IsNotReported(string member) => Verify.ReportsAsync(Meter(member));

    [Theory]
    [InlineData("[Handles, Subscribes(\"a\")] static void {|COERCE0003:On|}(int m) { }")]
    [InlineData("[Handles, Subscribes(\"a\")] void {|COERCE0003:On|}() { }")]
    [InlineData("[Handles, Subscribes({|CS0103:nothing|})] void On(int m) { }")]
    [InlineData("[Handles, {|CS7036:Subscribes|}] void On(int m) { }")]
    [InlineData("void Other() { [Subscribes(\"a\")] void {|COERCE0003:Local|}(int m) { } Local(1); }")]
    public Task Subscription_WhereSomethingElseIsWrong_AddsNothing(string member) => Verify.ReportsAsync(Meter(member));

    [Fact]
    public Task Class_WithSubscriptionsAndNoHandler_IsOneDiagnostic() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class {|COERCE0006:Meter|}
        {
            [Subscribes("a")] void On(int m) { }
        }
        """);

    [Fact]
    public Task Class_NotAnActor_IsOneDiagnostic() => Verify.ReportsAsync("""
        public sealed class Meter
        {
            [Subscribes("a")] void {|COERCE0005:On|}(int m) { }
        }
        """);

    [Fact]
    public Task Pragma_AroundTheAttribute_Disables() => Verify.ReportsAsync(Meter("""

        #pragma warning disable COERCE0030, COERCE0031, COERCE0032
            [Subscribes("a")] void On(int m) { }
            [Handles, Subscribes("a")] int On(long m) => 1;
            [Handles, Subscribes("")] void On(byte m) { }
        #pragma warning restore
        """));

    [Fact]
    public Task Fix_MethodOn_BecomesAHandler() => Verify.FixesAsync(new HandleSubscriptionFix(), """
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;

            // keeps its place
            [{|COERCE0030:Subscribes("a")|}]
            void On(int m) { }
        }
        """, """
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;

            // keeps its place
            [Handles] [Subscribes("a")]
            void On(int m) { }
        }
        """);

    [Fact]
    public Task FixAll_TwoAttributesAndTwoMethods_EachIsMarkedOnce() => Verify.FixesAllAsync(new HandleSubscriptionFix(), FixAllScope.Project, ["""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;
            [{|COERCE0030:Subscribes("a")|}, {|COERCE0030:Subscribes("b")|}] void On(int m) { }
        }
        """, """
        namespace Other
        {
            [Coerce.Actor]
            public sealed partial class Valve
            {
                [Coerce.Handles] int Get() => 1;
                [{|COERCE0030:Coerce.Subscribes("c")|}] Task On(string m) => Task.CompletedTask;
            }
        }
        """], ["""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;
            [Handles] [Subscribes("a"), Subscribes("b")] void On(int m) { }
        }
        """, """
        namespace Other
        {
            [Coerce.Actor]
            public sealed partial class Valve
            {
                [Coerce.Handles] int Get() => 1;
                [Handles] [Coerce.Subscribes("c")] Task On(string m) => Task.CompletedTask;
            }
        }
        """]);

    [Theory]
    [InlineData("[{|COERCE0030:Subscribes(\"a\")|}] void Take(int m) { }")]
    [InlineData("[{|COERCE0030:Subscribes(\"a\")|}] static void On(int m) { }")]
    [InlineData("[{|COERCE0030:Subscribes(\"a\")|}] void On(int m, int n) { }")]
    [InlineData("[{|COERCE0030:Subscribes(\"a\")|}] void On(double m) { }")]
    [InlineData("[Handles, {|COERCE0030:Subscribes(\"a\")|}] void Take(int m) { }")]
    public Task Fix_WhereItWouldNotHelp_IsNotOffered(string member)
        => Verify.OffersNothingAsync(new HandleSubscriptionFix(), Meter(member));

    private static string Meter(string member) => $$"""
        [Actor]
        public sealed partial class Meter
        {
            {{member}}
            [Handles] void OnAsync(double m) { }
        }
        """;
}
