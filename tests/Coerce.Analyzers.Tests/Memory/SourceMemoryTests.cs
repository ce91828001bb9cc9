using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Coerce.Analyzers.Memory;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Memory;

/// <summary>What analyzers look at again after an edit. That what they do not look at is right is for <see cref="EditTests"/>.</summary>
public sealed class SourceMemoryTests
{
    private const string Two = "class A { int M() { return 1; } int N = 1; } class B { int M() { return 1; } }";
    private const string Part = "partial class C { int M() { return 1; } }";
    private const string OtherPart = "partial class C { int N() { return 1; } }";

    [Fact]
    public async Task Nothing_Edited_IsLookedAtAgain() => Assert.Empty(await LookedAtAfterAsync("File0.cs", Two));

    [Fact]
    public async Task Body_Edited_ItsFileIsLookedAtAgain()
        => Assert.Equal(["A", "A.M", "A.N", "B", "B.M"], await LookedAtAfterAsync("File0.cs", Two.Replace("return 1", "return 2")));

    [Fact]
    public async Task BodyInAPart_Edited_TheClassAndThatPartAreLookedAtAgain()
        => Assert.Equal(["C", "C.N"], await LookedAtAfterAsync("File2.cs", OtherPart.Replace("return 1", "return 2")));

    [Fact]
    public async Task Declaration_Edited_EverythingIsLookedAtAgain()
        => Assert.Equal(
            ["A", "A.M", "A.N", "B", "B.M", "C", "C.M", "C.N2"],
            await LookedAtAfterAsync("File2.cs", OtherPart.Replace("N()", "N2()")));

    [Fact]
    public async Task Compilation_OfAnEditBefore_IsCollected()
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. LoadedAnalyzers.New()];
        const string Actor = "[Actor] public sealed partial class Echo { [Handles] async Task<int> On(string m) { await Task.Yield(); return 1; } }";
        (WeakReference before, CSharpCompilation after) = await AnalyzeTwiceAsync(analyzers, Actor);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(before.IsAlive);
        GC.KeepAlive(after);
        GC.KeepAlive(analyzers);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(WeakReference Before, CSharpCompilation After)> AnalyzeTwiceAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, string actor)
    {
        (WeakReference before, CSharpCompilation after) = await Task.Run(() => FirstAsync(analyzers, actor));
        Assert.Empty(await after.AnalyzerDiagnosticsAsync(analyzers));
        return (before, after);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(WeakReference Before, CSharpCompilation After)> FirstAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, string actor)
    {
        var before = (CSharpCompilation)TestProject.Of(actor, Two).Generate().Compilation;
        Assert.Empty(await before.AnalyzerDiagnosticsAsync(analyzers));
        return (new WeakReference(before), Edit(before, "File1.cs", Two.Replace("return 1", "return 2")));
    }

    private static async Task<IEnumerable<string>> LookedAtAfterAsync(string path, string text)
    {
        var probe = new Probe();
        CSharpCompilation before = TestProject.Of(Two, Part, OtherPart).ToCompilation();
        await before.AnalyzerDiagnosticsAsync([probe]);
        Assert.Equal(["A", "A.M", "A.N", "B", "B.M", "C", "C.M", "C.N"], probe.Take());

        CSharpCompilation after = text == Two ? before.Clone() : Edit(before, path, text);
        await after.AnalyzerDiagnosticsAsync([probe]);
        return probe.Take();
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string path, string text)
    {
        SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)old.Options, path));
    }

    /// <summary>Remembers all that it sees.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Probe : DiagnosticAnalyzer
    {
        private readonly SourceMemory<Nothing> _types = new();
        private readonly SourceMemory<Nothing> _bodies = new();
        private readonly ConcurrentQueue<string> _looked = [];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("PROBE", "Never reported", "Never reported", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        internal IEnumerable<string> Take()
        {
            string[] looked = [.. _looked.Order(StringComparer.Ordinal)];
            _looked.Clear();
            return looked;
        }

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start =>
            {
                SourceMemory<Nothing>.Session types = _types.Of(start.Compilation);
                SourceMemory<Nothing>.Session bodies = _bodies.Of(start.Compilation);
                start.RegisterSymbolAction(
                    symbol =>
                    {
                        var type = (INamedTypeSymbol)symbol.Symbol;
                        if (types.Find(type) is null) _looked.Enqueue(type.Name);
                        types.Remember(type, Nothing.Instance);
                    },
                    SymbolKind.NamedType);
                start.RegisterOperationBlockAction(member =>
                {
                    if (bodies.Find(member.OperationBlocks) is null) _looked.Enqueue($"{member.OwningSymbol.ContainingType.Name}.{member.OwningSymbol.Name}");
                    bodies.Remember(member.OperationBlocks, Nothing.Instance);
                });
            });
        }
    }
}
