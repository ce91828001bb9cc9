using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests;

/// <summary>Types that no generator sees, because another one makes them.</summary>
public sealed class ForeignGeneratorTests
{
    [Theory]
    [InlineData("[Handles] void {|COERCE0003:On|}(Foreign m) { }")]
    [InlineData("[Handles] void {|COERCE0003:On|}([Transfers] List<Foreign[]> m) { }")]
    [InlineData("[Handles] Task<Foreign> {|COERCE0003:On|}(string m) => null!;")]
    [InlineData("[Handles] void {|COERCE0003:Take|}(MeterRef other, Foreign m) { }")]
    [InlineData("[Handles] Foreign {|COERCE0003:Get|}() => null!;")]
    public async Task Handler_WithTypeOfAnotherGenerator_IsToldWhy(string handler)
    {
        var reported = await ReportsAsync(handler);

        Assert.Contains("'Foreign' is made by another source generator", Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("[Handles] void On(ValveRef m) { }")]
    [InlineData("[Handles] Task<List<ValveRef>> Get(IReadOnlyDictionary<string, ValveRef?> m) => null!;")]
    [InlineData("[Handles] void On(Valve.Messages.Open m) { }")]
    [InlineData("[Handles] void Take(IReadOnlyList<Valve.Messages.Open> m) { }")]
    [InlineData("[Handles] void On(int m) { Foreign.Create(); }")]
    public Task Handler_WithTypesOfCoerce_IsNotReported(string handler) => ReportsAsync(handler);

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> ReportsAsync(string handler)
    {
        Markup source = Markup.Parse($$"""
            [Actor]
            public sealed partial class Meter
            {
                {{handler}}
                [Handles] int On(double m) => 1;
            }

            [Actor]
            public sealed partial class Valve
            {
                [Handles] void Open() { }
            }

            public static class Program
            {
                public static async Task<int> Run(MeterRef meter) => await meter.AskAsync(2.0);
            }
            """);

        return Verify.MatchAsync(TestSolution.Project([source.Text], typeof(ForeignGenerator)), [source]);
    }

    [Generator]
    internal sealed class ForeignGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
            => context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource(
                "Foreign.g.cs",
                "public sealed class Foreign { public static Foreign Create() => new(); }"));
    }
}
