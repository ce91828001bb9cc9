using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>A message that the actor does not handle is one error of ours, from the compiler itself.</summary>
public sealed class UnhandledMessageTests
{
    private const string Meter = """
        public record Reading(int N);
        public sealed record Precise(int N) : Reading(N);
        [Actor] public sealed partial class Meter { [Handles] int On(Reading m) => m.N; [Handles] void Reset(int to) { } }
        """;

    [Theory]
    [InlineData("meter.Tell(5);")]
    [InlineData("meter.Tell(\"x\");")]
    [InlineData("meter.Tell<string>(\"x\");")]
    [InlineData("bool b = meter.TryTell(new Version());")]
    [InlineData("int n = await meter.AskAsync(5);")]
    [InlineData("string s = (await meter.AskAsync(5)).ToUpper(); var t = s.Length;")]
    [InlineData("var n = await meter.AskAsync(5, TimeSpan.FromSeconds(1)); n.Whatever();")]
    [InlineData("int n = await meter.AskAsync((1, 2), TimeSpan.FromSeconds(1), default);")]
    [InlineData("Task t = meter.AskAsync(new object()).AsTask(); await t;")]
    [InlineData("foreach (var x in await meter.AskAsync(5)) { }")]
    [InlineData("await meter.TellAsync(5);")]
    [InlineData("await meter.TellAsync(\"x\", CancellationToken.None);")]
    [InlineData("using ActorTimer timer = meter.Schedule(5, TimeSpan.Zero);")]
    [InlineData("meter.Schedule(5, period: TimeSpan.Zero, dueTime: TimeSpan.FromSeconds(1)).Dispose();")]
    public void UnhandledMessage_Sent_IsOneError(string statement)
    {
        GeneratedProgram program = Compile(statement);

        Diagnostic error = Assert.Single(program.Diagnostics);
        Assert.Equal("COERCE0101", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains("Meter has no handler for this message. It handles: Reading, Reset.", error.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("https://github.com/coerce-dotnet/coerce/blob/main/docs/diagnostics/COERCE0101.md", error.Descriptor.HelpLinkUri);
    }

    [Theory]
    [InlineData("await foreach (int n in logs.StreamAsync(5)) { }")]
    [InlineData("logs.Tell(\"x\");")]
    [InlineData("int n = await logs.AskAsync(\"x\");")]
    public void StreamedMessage_SentOtherwise_IsOneErrorThatNamesTheWay(string statement)
    {
        GeneratedProgram program = TestProject.Of(
            "[Actor] public sealed partial class Logs { [Handles] IAsyncEnumerable<int> On(string m) => null!; [Handles] void On(long[] m) { } }",
            $"public static class Program {{ public static async Task Run(LogsRef logs) {{ {statement} await Task.CompletedTask; }} }}").Generate();

        Diagnostic error = Assert.Single(program.Diagnostics);
        Assert.Equal("COERCE0101", error.Id);
        Assert.Contains("It handles: long[]. It streams: string (with StreamAsync).", error.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void UnhandledMessage_UnderPragma_IsStillAnError()
        => Assert.Equal(["COERCE0101"], Compile("\n#pragma warning disable COERCE0101\nmeter.Tell(5);\n").Ids);

    [Theory]
    [InlineData("meter.Tell(new Precise(1));")]
    [InlineData("int n = await meter.AskAsync(new Precise(1));")]
    [InlineData("int n = await meter.AskAsync(new Reading(1), TimeSpan.FromSeconds(1)); await meter.AskAsync(new Meter.Messages.Reset(n)); await meter.ResetAsync(n);")]
    public void HandledMessage_SentAsItselfOrDerived_Compiles(string statement) => Assert.Empty(Compile(statement).Diagnostics);

    [Fact]
    public void DerivedMessage_LanguageVersion12_NeedsACast()
    {
        Assert.Equal(["COERCE0101"], Compile("meter.Tell(new Precise(1));", LanguageVersion.CSharp12).Ids);
        Assert.Empty(Compile("meter.Tell((Reading)new Precise(1)); meter.Tell(new Reading(1));", LanguageVersion.CSharp12).Diagnostics);
    }

    [Fact]
    public async Task UnhandledMessage_FromObsoleteCode_ThrowsWhenRun()
    {
        // The compiler reports no use of the obsolete inside the obsolete.
        GeneratedProgram program = TestProject.Of(Meter, """
            public static class Program
            {
                public static async Task<string> RunAsync()
                {
                    await using var system = new ActorSystem("s");
            #pragma warning disable CS0612
                    return Old(system.Spawn(Meter.Props(), "m"));
            #pragma warning restore CS0612
                }

                [Obsolete] static string Old(MeterRef meter)
                {
                    try { meter.Tell(5); return ""; }
                    catch (InvalidOperationException e) { return e.Message; }
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Contains("COERCE0101", (string?)await loaded.RunAsync("Program", "RunAsync"), StringComparison.Ordinal);
    }

    private static GeneratedProgram Compile(string statement, LanguageVersion version = LanguageVersion.CSharp14) => TestProject.Of(
        Meter, $"public static class Program {{ public static async Task Run(MeterRef meter) {{ {statement} await Task.CompletedTask; }} }}")
        .WithLanguageVersion(version)
        .Generate();
}
