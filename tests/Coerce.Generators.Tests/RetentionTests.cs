using System.Runtime.CompilerServices;
using Coerce.Generators.Parsing;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What the generator keeps alive between two runs.</summary>
public sealed class RetentionTests
{
    private const string Echo = "[Actor] public sealed partial class Echo { [Handles] int On(string m) => m.Length; }";
    private const string Door = "[Actor] public sealed partial class Door { [Behavior(Initial = true), Stashes(typeof(string))] sealed partial class A(Door d) { [Handles] void Go() => d.Become(new B()); } [Behavior] sealed partial class B { [Handles] void Go() { } [Handles] int On(string m) => m.Length; } }";
    private const string Orders = "public abstract record Order { public sealed record Buy(int N) : Order, IRequest<Order, int>; public sealed record Sell : Order; }";
    private const string Broker = "[Actor(Protocol = typeof(Order))] public sealed partial class Broker { [Handles] int On(Order.Buy m) => m.N; [Handles] void On(Order m) { } }";
    private const string Asker = "[Actor] public sealed partial class Asker { [Handles] async Task<int> Go(EchoRef echo) => await echo.AskAsync(\"a\") + 1; }";
    private const string Shop = "[Actor, Entity] public sealed partial class Shop([EntityKey] string name) { [Handles] string Get() => name; }";
    private const string Broken = "[Actor] public abstract partial class Broken { [Handles] int Get() => 1; }";
    private const string Unrelated = "class Unrelated { int M() => 1; }";

    private const string Parcel = "[Contract] public sealed record Parcel(int Weight, ImmutableArray<Parcel> Parts);";

    private static readonly string[] Named =
        [.. typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly string[] Sources = [Bank.Source, Echo, Door, Orders, Broker, Asker, Shop, Broken, Unrelated, "using System.Collections.Immutable; " + Parcel];

    [Fact]
    public void EveryStep_AfterRun_HoldsNoPartOfTheCompilation()
    {
        GeneratorRunResult result = TestProject.Of(Sources).Generate().Driver.GetRunResult().Results.Single();

        IncrementalGeneratorRunStep[] steps = [.. OwnSteps(result)];

        Assert.All(Named, name => Assert.Contains(steps, step => step.Name == name));
        Assert.All(steps, step => Assert.All(step.Outputs, output => ObjectGraph.AssertPure(output.Value, step.Name ?? "a step without a name")));
    }

    [Theory]
    [InlineData("File1.cs", "m.Length", "m.Length + 1")] // the actors
    [InlineData("File1.cs", "[Handles]", "[Handles] void Added() { } [Handles]")]
    [InlineData("File3.cs", "public sealed record Sell", "public sealed record Keep : Order; public sealed record Sell")] // the protocols
    [InlineData("File5.cs", "echo.AskAsync(\"a\") + 1", "Task.FromResult(1)")] // who asks whom
    [InlineData("File7.cs", "abstract", "sealed")] // the module
    [InlineData("File8.cs", "=> 1", "=> 2")] // nothing
    [InlineData("File8.cs", "int M()", "int N()")]
    public void CompilationBefore_AfterEdit_IsCollectedWithWhatWasEdited(string path, string before, string after)
    {
        (WeakReference[] old, object kept) = Edit(path, before, after, static (tree, _) => tree);

        AssertCollected(old);
        GC.KeepAlive(kept);
    }

    [Fact]
    public void CompilationBefore_AfterItsFilesAreAllReadAgain_IsCollected()
    {
        (WeakReference[] old, object kept) = Edit("File1.cs", "m.Length", "m.Length + 1", static (_, copy) => copy);

        AssertCollected(old);
        GC.KeepAlive(kept);
    }

    /// <summary>The files of the program, its options: and of its references not even those.</summary>
    [Fact]
    public void ActorMemory_AfterRun_HoldsFilesAndOptionsAlone()
    {
        CSharpCompilation input = TestProject.Of(Sources).Generate().Input;

        object[] kept = [.. input.SyntaxTrees.Select(ActorMemory.KeptFor).OfType<object>()];

        Assert.NotEmpty(kept);
        Assert.All(kept, of => ObjectGraph.AssertPure(of, "the memory", typeof(SyntaxTree), typeof(CompilationOptions), typeof(WeakReference<MetadataReference>)));
    }

    // The compiler's own steps hold what they are asked for: symbols of the last run.
    private static IEnumerable<IncrementalGeneratorRunStep> OwnSteps(GeneratorRunResult result)
    {
        var seen = new HashSet<IncrementalGeneratorRunStep>(ReferenceEqualityComparer.Instance);
        var left = new Stack<IncrementalGeneratorRunStep>(result.TrackedOutputSteps
            .SelectMany(step => step.Value).SelectMany(step => step.Inputs).Select(input => input.Source));
        HashSet<string> compilers = [.. result.TrackedSteps.Keys.Except(Named)];

        while (left.TryPop(out IncrementalGeneratorRunStep? step))
        {
            if ((step.Name is { } name && compilers.Contains(name)) || !seen.Add(step)) continue;

            yield return step;
            foreach ((IncrementalGeneratorRunStep source, _) in step.Inputs) left.Push(source);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference[] Old, object Kept) Edit(string path, string before, string after, Func<SyntaxTree, SyntaxTree, SyntaxTree> unedited)
    {
        CSharpCompilation first = TestProject.Of(Sources).ToCompilation();
        SyntaxTree edited = first.SyntaxTrees.Single(tree => tree.FilePath == path);
        string text = edited.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);

        CSharpCompilation second = first.RemoveAllSyntaxTrees().AddSyntaxTrees(first.SyntaxTrees.Select(tree => tree == edited
            ? CachingTests.Parse(text.Replace(before, after, StringComparison.Ordinal), path)
            : unedited(tree, CachingTests.Parse(tree.ToString(), tree.FilePath))));
        GeneratorDriver driver = GeneratedProgram.NewDriver(TestProject.Of().ParseOptions)
            .RunGenerators(first, TestContext.Current.CancellationToken)
            .RunGenerators(second, TestContext.Current.CancellationToken);

        return ([new WeakReference(first), new WeakReference(edited), new WeakReference(first.Assembly)], (driver, second));
    }

    private static void AssertCollected(WeakReference[] old)
    {
        for (int i = 0; i < 10 && old.Any(reference => reference.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(old, reference => reference.IsAlive);
    }
}
