using System.Collections.Immutable;
using System.Globalization;
using Coerce.Analyzers.Rules.Wire;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Wire;

/// <summary>A program that exchanges orders with others, built from its types and a <c>contracts.proto</c>.</summary>
internal sealed class Peer
{
    private readonly Project _project;
    private readonly Compilation _compilation;

    private Peer(Project project, Compilation compilation, string? schema, ImmutableArray<Diagnostic> reported)
    {
        _project = project;
        _compilation = compilation;
        Schema = schema;
        Reported = reported;
    }

    /// <summary>Its <c>contracts.proto</c>; null for none.</summary>
    internal string? Schema { get; }

    /// <summary>What the build says of its contracts.</summary>
    internal ImmutableArray<Diagnostic> Reported { get; }

    internal IEnumerable<string> Texts => Reported.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

    /// <param name="types">The types, with an <c>Order</c> among them.</param>
    /// <param name="value">An order, as an expression.</param>
    /// <param name="schema">The file; null for none.</param>
    internal static async Task<Peer> BuildAsync(string types, string value, string? schema)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Project project = TestSolution.Project([Program(types, value)]);
        if (schema is not null)
        {
            project = project.AddAdditionalDocument("contracts.proto", SourceText.From(schema), filePath: "contracts.proto").Project;
        }

        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        var options = new CompilationWithAnalyzersOptions(project.AnalyzerOptions, null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([new SchemaRule(), new ActorAnalyzer()], options)
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return new Peer(project, compilation, schema, reported);
    }

    /// <summary>What <c>dotnet build -t:WriteContracts</c> writes for it.</summary>
    internal async Task<string> UpdatedSchemaAsync()
    {
        Project writing = _project.AddAnalyzerConfigDocument(
            ".globalconfig", SourceText.From("is_global = true\nbuild_property.CoerceWriteContracts = true"), filePath: "/.globalconfig").Project;
        Compilation compilation = (await writing.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        SyntaxTree written = compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == "CoerceContracts.proto.g.cs");
        return written.ToString()["//|".Length..].Replace("\n//|", "\n", StringComparison.Ordinal);
    }

    /// <summary>The bytes of its order.</summary>
    internal async Task<byte[]> WriteAsync() => (byte[])(await RunAsync("Write"))!;

    /// <summary>What it reads: an order as JSON, or the problem.</summary>
    internal async Task<string> ReadAsync(byte[] bytes)
    {
        AppContext.SetData("Peer.Bytes", bytes);
        return (string)(await RunAsync("Read"))!;
    }

    private async Task<object?> RunAsync(string method)
    {
        using var image = new MemoryStream();
        var result = _compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        using var program = new LoadedProgram([image.ToArray()]);
        return await program.RunAsync("Program", method);
    }

    private static string Program(string types, string value) => $$"""
        using System.Collections.Immutable;
        {{types}}

        [Actor("shop")]
        public sealed partial class Shop { [Handles] public void On(Order order) { } }

        public static class Program
        {
            private static Contract<Order> Contract => Coerce.Dispatch.GeneratedContract<Order, Coerce.Contracts.OrderContract>.Instance;

            public static byte[] Write() => Contract.ToBytes({{value}});

            public static string Read()
            {
                try
                {
                    return Contract.ToJson(Contract.Read((byte[])System.AppContext.GetData("Peer.Bytes")!));
                }
                catch (ContractException problem)
                {
                    return problem.Message;
                }
            }
        }
        """;
}
