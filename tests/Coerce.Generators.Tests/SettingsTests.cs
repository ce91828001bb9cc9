using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What <c>[Actor(...)]</c> says reaches the runtime.</summary>
public sealed class SettingsTests
{
    private const string Describe = """
        static class Program
        {
            static string Main()
            {
                var settings = A.Dispatcher.Instance.Settings;
                var supervision = settings.Supervision;
                return string.Join(" ", supervision.Action, supervision.MaxRestarts, supervision.Window.TotalMilliseconds,
                    supervision.Backoff.TotalMilliseconds, supervision.MaxBackoff.TotalMilliseconds, supervision.Jitter,
                    settings.MailboxCapacity, settings.WhenFull);
            }
        }
        """;

    [Theory]
    [InlineData("", "Resume 10 60000 0 30000 0 0 Wait")]
    [InlineData("(\"wire\")", "Resume 10 60000 0 30000 0 0 Wait")]
    [InlineData("(OnFailure = FailureAction.Resume)", "Resume 10 60000 0 30000 0 0 Wait")]
    [InlineData("(OnFailure = FailureAction.Stop)", "Stop 10 60000 0 30000 0 0 Wait")]
    [InlineData("(\"wire\", OnFailure = FailureAction.Escalate)", "Escalate 10 60000 0 30000 0 0 Wait")]
    [InlineData("(OnFailure = FailureAction.Restart)", "Restart 10 60000 0 30000 0 0 Wait")]
    [InlineData("(OnFailure = FailureAction.Restart, MaxRestarts = 0, RestartWindowMilliseconds = 1)", "Restart 0 1 0 30000 0 0 Wait")]
    [InlineData(
        "(OnFailure = FailureAction.Restart, BackoffMilliseconds = 100, MaxBackoffMilliseconds = 5_000, BackoffJitter = 0.25)",
        "Restart 10 60000 100 5000 0.25 0 Wait")]
    [InlineData("(OnFailure = FailureAction.Restart, BackoffJitter = 1)", "Restart 10 60000 0 30000 1 0 Wait")]
    [InlineData("(MailboxCapacity = 5)", "Resume 10 60000 0 30000 0 5 Wait")]
    [InlineData("(MailboxCapacity = 5, WhenFull = MailboxPolicy.DropOldest)", "Resume 10 60000 0 30000 0 5 DropOldest")]
    public async Task Attribute_WithSettings_ReachesTheRuntime(string arguments, string expected)
    {
        GeneratedProgram program = TestProject.Of($"[Actor{arguments}] public sealed partial class A {{ [Handles] int Get() => 1; }}", Describe).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(expected, await loaded.RunAsync("Program", "Main"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(\"wire\")")]
    [InlineData("(MailboxCapacity = -1)")]
    [InlineData("(OnFailure = FailureAction.Restart, BackoffJitter = double.NaN)")]
    [InlineData("(MaxRestarts = 3, OnFailure = FailureAction.Stop)")]
    [InlineData("(OnFailure = (FailureAction)9)")]
    public void Attribute_WithoutSettingsThatWork_WritesNone(string arguments)
    {
        GeneratedProgram program = TestProject.Of($"[Actor{arguments}] public sealed partial class A {{ [Handles] int Get() => 1; }}").Generate();

        Assert.Empty(program.Diagnostics);
        Assert.DoesNotContain("Settings", program.Files["A.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_WithMethod_GetsTheFailureOnTheOldObject()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor(OnFailure = FailureAction.Restart)]
            public sealed partial class A(List<string> log)
            {
                private int _count;
                [OnRestart] async Task Restarting(CancellationToken ct, Exception why, ActorContext<ARef> context)
                {
                    await Task.Yield();
                    log.Add($"{why.Message} {_count} {context.Self is not null}");
                }
                [Handles] void Fail(string why) => throw new InvalidOperationException(why);
                [Handles] int Add() => ++_count;
            }
            static class Program
            {
                static async Task<string> Main()
                {
                    await using var system = new ActorSystem("s");
                    var log = new List<string>();
                    ARef a = system.Spawn(A.Props(log));
                    await a.AddAsync();
                    try { await a.FailAsync("broken"); } catch (InvalidOperationException) { }
                    return $"{await a.AddAsync()} {string.Join(",", log)}";
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal("1 broken 1 True", await loaded.RunAsync("Program", "Main"));
    }

    [Theory]
    [InlineData("[OnRestart] void R() { }")]
    [InlineData("[OnRestart] void R(Exception e) { }")]
    [InlineData("[OnRestart] Task R([FromServices] IFormatProvider f, Exception e) => Task.CompletedTask;")]
    [InlineData("[OnRestart] ValueTask R(Exception? @class) => default;")]
    [InlineData("[OnStart, OnRestart, OnStop] void R() { }")]
    public void RestartMethod_InEveryShape_Compiles(string method)
    {
        GeneratedProgram program = TestProject.Of($"[Actor] public sealed partial class A {{ [Handles] int Get() => 1; {method} }}").Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("ValueTask RestartAsync(", program.Files["A.g.cs"], StringComparison.Ordinal);
    }
}
