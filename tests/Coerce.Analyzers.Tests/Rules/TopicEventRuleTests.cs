using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class TopicEventRuleTests
{
    [Fact]
    public async Task OneActor_TwoEventsOnATopic_NamesBoth()
    {
        var reported = await Verify.ReportsAsync("""
            [Actor]
            public sealed partial class Meter
            {
                [Handles, Subscribes("a")] void On(int m) { }
                [Handles, Subscribes("b"), {|COERCE0033:Subscribes("a")|}] void On(string m) { }
            }
            """);

        string message = Assert.Single(reported).GetMessage();
        Assert.Contains("'a' carries 'int' in 'Meter.On'", message);
        Assert.Contains("'Meter.On' takes 'string'", message);
    }

    [Fact]
    public Task SeveralActorsAndFiles_TheFirstInTheSourceIsRight() => Verify.ReportsAsync(
        """
        [Actor] public sealed partial class First { [Handles, Subscribes("a")] void On(IReadOnlyList<int> m) { } }
        [Actor] public sealed partial class Second { [Handles, {|COERCE0033:Subscribes("a")|}] void On(IReadOnlyList<long> m) { } }
        """,
        """
        [Actor] public sealed partial class Third { [Handles, {|COERCE0033:Subscribes("a")|}] void On(IReadOnlyList<string> m) { } }
        [Actor] public sealed partial class Fourth { [Handles, Subscribes("a")] void On(IReadOnlyList<int> m) { } }
        """);

    [Theory]
    [InlineData("Subscribes(\"a\")", "string? m", "Subscribes(\"a\")", "string m")]
    [InlineData("Subscribes(\"a\")", "(int A, int B) m", "Subscribes(\"a\")", "(int, int) m")]
    [InlineData("Subscribes(\"a\")", "int m", "Subscribes(\"A\")", "string m")]
    [InlineData("Subscribes(\"a\")", "FirstRef m", "Subscribes(\"a\")", "FirstRef m")]
    [InlineData("Subscribes(SystemTopics.Names.ActorStopped)", "ActorStopped m", "Subscribes(\"$actor.stopped\")", "ActorStopped m")]
    [InlineData("Subscribes(\"a\")", "int m", "{|COERCE0033:Subscribes(\"a\")|}", "long m")]
    [InlineData("{|COERCE0033:Subscribes(SystemTopics.Names.ActorStopped)|}", "ActorStarted m", "Subscribes(\"$actor.stopped\")", "ActorStopped m")]
    [InlineData("{|COERCE0033:Subscribes(SystemTopics.Names.DeadLetters)|}", "{|COERCE0201:object|} m", "{|COERCE0033:Subscribes(\"$dead-letters\")|}", "Other.DeadLetter m")]
    public Task TwoActors_SameOrOtherTopics(string first, string firstMessage, string second, string secondMessage) => Verify.ReportsAsync($$"""
        namespace Other { public sealed class DeadLetter; }
        namespace My
        {
            [Actor] public sealed partial class First { [Handles, {{first}}] void On({{firstMessage}}) { } }
            [Actor] public sealed partial class Second { [Handles, {{second}}] void On({{secondMessage}}) { } }
        }
        """);

    [Fact]
    public Task WhereSomethingElseIsWrong_AddsNothing() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles, Subscribes("a")] void On(int m) { }
            [Handles, Subscribes("a")] void On({|CS0246:Nothing|} m) { }
            [Handles, Subscribes("a")] static void {|COERCE0003:On|}(string m) { }
            [Handles, {|COERCE0030:Subscribes("a")|}] void Take(string m) { }
            [{|COERCE0030:Subscribes("a")|}] void On(byte m) { }
        }
        """);
}
