using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class SettingsRuleTests
{
    [Theory]
    [InlineData("{|COERCE0010:MailboxCapacity = -1|}", "'MailboxCapacity' of the actor 'Meter' is negative")]
    [InlineData("{|COERCE0010:MailboxCapacity = int.MinValue|}, WhenFull = MailboxPolicy.Fail", "or leave it out for any number")]
    [InlineData("{|COERCE0010:WhenFull = MailboxPolicy.Fail|}", "add 'MailboxCapacity'")]
    [InlineData("MailboxCapacity = 0, {|COERCE0010:WhenFull = MailboxPolicy.Wait|}", "any number of messages may wait")]
    [InlineData("MailboxCapacity = 1, {|COERCE0010:WhenFull = (MailboxPolicy)7|}", "not one of those that there are")]
    [InlineData("{|COERCE0010:OnFailure = (FailureAction)7|}", "not one of those that there are")]
    [InlineData("OnFailure = FailureAction.Restart, {|COERCE0010:MaxRestarts = -1|}", "give 0 or more")]
    [InlineData("OnFailure = FailureAction.Restart, {|COERCE0010:BackoffMilliseconds = -1|}", "give 0 or more")]
    [InlineData("OnFailure = FailureAction.Restart, {|COERCE0010:MaxBackoffMilliseconds = -1|}", "give 0 or more")]
    [InlineData("OnFailure = FailureAction.Restart, {|COERCE0010:RestartWindowMilliseconds = 0|}", "give 1 or more")]
    [InlineData("OnFailure = FailureAction.Restart, {|COERCE0010:BackoffJitter = 1.1|}", "a number from 0 to 1")]
    [InlineData("{|COERCE0010:BackoffJitter = double.NaN|}, OnFailure = FailureAction.Restart", "a number from 0 to 1")]
    [InlineData("{|COERCE0010:MaxRestarts = 3|}", "add 'OnFailure = FailureAction.Restart'")]
    [InlineData("OnFailure = FailureAction.Stop, {|COERCE0010:BackoffMilliseconds = 3|}", "the actor is not restarted")]
    [InlineData("\"wire\", {|COERCE0010:BackoffJitter = -1|}", "a number from 0 to 1")]
    public async Task Setting_ThatCannotWork_IsTheOnlyDiagnostic(string arguments, string words)
    {
        var reported = await Verify.ReportsAsync(Meter(arguments));

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"wire\"")]
    [InlineData("MailboxCapacity = 0")]
    [InlineData("WhenFull = MailboxPolicy.Wait, MailboxCapacity = 1")]
    [InlineData("OnFailure = FailureAction.Resume")]
    [InlineData("OnFailure = FailureAction.Restart, MaxRestarts = 0, RestartWindowMilliseconds = 1, BackoffMilliseconds = 0, MaxBackoffMilliseconds = 0, BackoffJitter = 0")]
    [InlineData("BackoffJitter = 1, OnFailure = FailureAction.Restart")]
    public Task Setting_ThatWorks_IsNotReported(string arguments) => Verify.ReportsAsync(Meter(arguments));

    [Fact]
    public Task Settings_SeveralAtFault_AreReportedEachAtItsPlace() => Verify.ReportsAsync(Meter(
        "{|COERCE0010:MailboxCapacity = -1|}, {|COERCE0010:MaxRestarts = 1|}, {|COERCE0010:BackoffJitter = 2|}"));

    [Fact]
    public Task Setting_OfClassThatCannotBeAnActor_IsReportedBesideIt() => Verify.ReportsAsync("""
        [Actor({|COERCE0010:MailboxCapacity = -1|})]
        public sealed class {|COERCE0001:Meter|}
        {
            [Handles] int On(int m) => m;
        }
        """);

    [Theory]
    [InlineData("MailboxCapacity = {|CS0103:nothing|}")]
    [InlineData("{|CS0246:Capacity|} = 3")]
    [InlineData("OnFailure = FailureAction.{|CS0117:Retry|}, MaxRestarts = 3")]
    public Task Setting_ThatDoesNotCompile_IsTheCompilersErrorAlone(string arguments) => Verify.ReportsAsync(Meter(arguments));

    [Fact]
    public Task Pragma_AroundTheAttribute_Disables() => Verify.ReportsAsync("""
        #pragma warning disable COERCE0010
        [Actor(MailboxCapacity = -1)]
        #pragma warning restore COERCE0010
        public sealed partial class Meter
        {
            [Handles] int On(int m) => m;
        }
        """);

    [Theory]
    [InlineData("[Handles({|COERCE0010:Reentrant = true|})] int On(int m) => m;", "'Reentrant' of the handler 'Meter.On(int)' changes nothing")]
    [InlineData("[Handles({|COERCE0010:Reentrant = true|})] void On(int m) { }", "return a Task or a ValueTask")]
    [InlineData("[Handles({|COERCE0010:Reentrant = true|})] async void On(int m) => await Task.Yield();", "it returns no task")]
    [InlineData("const bool Yes = true; [Handles({|COERCE0010:Reentrant = Yes|})] string Get() => \"\";", "it returns no task")]
    [InlineData("[Handles({|COERCE0010:Reentrant = true|})] Deferred<int> On(int m) => new();", "its turn ends at once")]
    [InlineData("[Handles({|COERCE0010:Reentrant = true|})] async IAsyncEnumerable<int> On(int m) { await Task.Yield(); yield return m; }", "between its items")]
    public async Task Reentrant_WhereNothingCouldComeIn_IsTheOnlyDiagnostic(string handler, string words)
    {
        var reported = await Verify.ReportsAsync(Reentrant(handler));

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("[Handles(Reentrant = true)] async Task On(int m) => await Task.Yield();")]
    [InlineData("[Handles(Reentrant = true)] Task<int> On(int m) => Task.FromResult(m);")]
    [InlineData("[Handles(Reentrant = true)] async ValueTask On(int m) => await Task.Yield();")]
    [InlineData("[Handles(Reentrant = true)] ValueTask<int> On(int m) => new(m);")]
    [InlineData("[Handles(Reentrant = false)] int On(int m) => m;")]
    [InlineData("[Handles()] int On(int m) => m;")]
    [InlineData("[Handles(Reentrant = {|CS0029:1|})] int On(int m) => m;")]
    [InlineData("[Handles(Reentrant = true)] {|CS0246:Tsk|} On(int m) => null!;")]
    [InlineData("[Handles(Reentrant = true)] static int {|COERCE0003:On|}(int m) => m;")]
    public Task Reentrant_ThatWorksOrIsNotReached_IsNotReported(string handler) => Verify.ReportsAsync(Reentrant(handler));

    [Fact]
    public Task Fix_Reentrant_IsRemoved() => Verify.FixesAsync(new RemoveReentrantFix(), """
        [Actor]
        public sealed partial class Meter
        {
            /// <summary>Twice.</summary>
            [Handles({|COERCE0010:Reentrant = true|}) /* fast */, Obsolete]
            int On(int m) => 2 * m;

            [Handles({|COERCE0010:Reentrant = true|})] void Reset() { }
        }
        """, """
        [Actor]
        public sealed partial class Meter
        {
            /// <summary>Twice.</summary>
            [Handles /* fast */, Obsolete]
            int On(int m) => 2 * m;

            [Handles({|COERCE0010:Reentrant = true|})] void Reset() { }
        }
        """);

    [Fact]
    public Task FixAll_Project_RemovesReentrantWhereItIsInVain() => Verify.FixesAllAsync(
        new RemoveReentrantFix(),
        FixAllScope.Project,
        [
            """
            [Actor({|COERCE0010:MailboxCapacity = -1|})]
            public sealed partial class Meter
            {
                [Handles({|COERCE0010:Reentrant = true|})] int On(int m) => m;
                [Handles({|COERCE0010:Reentrant = true|})] Deferred<int> Get() => new();
            }
            """,
            """
            [Actor]
            public sealed partial class Valve
            {
                [HandlesAttribute({|COERCE0010:Reentrant = true|})] void On(int m) { }
                [Handles(Reentrant = true)] Task Turn() => Task.CompletedTask;
            }
            """,
        ],
        [
            """
            [Actor({|COERCE0010:MailboxCapacity = -1|})]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
                [Handles] Deferred<int> Get() => new();
            }
            """,
            """
            [Actor]
            public sealed partial class Valve
            {
                [HandlesAttribute] void On(int m) { }
                [Handles(Reentrant = true)] Task Turn() => Task.CompletedTask;
            }
            """,
        ]);

    [Fact]
    public Task Fix_OtherSettings_OffersNothing() =>
        Verify.OffersNothingAsync(new RemoveReentrantFix(), Meter("{|COERCE0010:MailboxCapacity = -1|}"));

    [Fact]
    public Task Pragma_AroundTheHandler_Disables() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
        #pragma warning disable COERCE0010
            [Handles(Reentrant = true)] int On(int m) => m;
        #pragma warning restore COERCE0010
        }
        """);

    private static string Reentrant(string handler) => $$"""
        [Actor]
        public sealed partial class Meter
        {
            {{handler}}
            [Handles] void Nothing() { }
        }
        """;

    private static string Meter(string arguments) => $$"""
        [Actor({{arguments}})]
        public sealed partial class Meter
        {
            [Handles] int On(int m) => m;
        }

        public static class Program
        {
            public static async Task<int> Run(ActorSystem system) => await system.Spawn(Meter.Props(), "meter").AskAsync(2);
        }
        """;
}
