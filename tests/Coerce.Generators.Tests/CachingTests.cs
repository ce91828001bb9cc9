using System.Collections.Immutable;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class CachingTests
{
    private const string Echo = "[Actor] public sealed partial class Echo { [Handles] int On(string m) => m.Length; }";
    private const string Door = "[Actor] public sealed partial class Door { [Behavior(Initial = true), Stashes(typeof(string), typeof(int))] sealed partial class A(Door d) { [Handles] void Go() => d.Become(new B()); } [Behavior] sealed partial class B { [Handles] void Go() { } [Handles] int On(string m) => m.Length; [Handles] int On(int m) => m; } }";
    private const string Orders = "public abstract record Order { public sealed record Buy(int N) : Order, IRequest<Order, int>; public sealed record Sell : Order; }";
    private const string Broker = "[Actor(Protocol = typeof(Order))] public sealed partial class Broker { [Handles] int On(Order.Buy m) => m.N; [Handles] void On(Order m) { } }";
    private const string User = "[Actor] public sealed partial class User { [Handles] int Use(EchoRef echo) => 1; }";

    private const string Asking = "[Actor] public sealed partial class Asker { [Handles] async Task<int> Go(EchoRef echo, UserRef user) => await echo.AskAsync(\"a\") + 1; }";

    private static readonly string[] Steps =
    [
        TrackingNames.Actors, TrackingNames.GeneratedTypes, TrackingNames.ResolvedActors, TrackingNames.Assembly, TrackingNames.Module,
        TrackingNames.AskEdges,
    ];

    [Fact]
    public void UnrelatedEdit_SecondRun_EveryStepIsCached()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Echo, User, Asking).Generate();

        GeneratorRunResult second = RunAgain(first, Parse("class Unrelated { int M() => 1; }", "Unrelated.cs"));

        Assert.All(Steps, step => Assert.Contains(step, second.TrackedSteps));
        AssertCached(second.TrackedSteps.Where(step => Steps.Contains(step.Key)));
        AssertCached(second.TrackedOutputSteps);
    }

    [Theory]
    [InlineData("return 2; }")]
    [InlineData("return 1; } int Added;")]
    [InlineData("return 1; } } enum Added { None }")]
    public void UnrelatedFile_Edited_EveryStepIsCached(string edit)
    {
        const string Unrelated = "class Unrelated { int M() { return 1; } }";
        GeneratedProgram first = TestProject.Of(Bank.Source, Echo, Door, User, Unrelated).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Unrelated.Replace("return 1; }", edit), "File4.cs"));

        Assert.All(Steps, step => Assert.Contains(step, second.TrackedSteps));
        AssertCached(second.TrackedSteps.Where(step => Steps.Contains(step.Key)));
        AssertCached(second.TrackedOutputSteps);
    }

    [Fact]
    public void UnrelatedEditInTheFileOfAnActor_SecondRun_NothingIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Echo, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Echo + " class Unrelated;", "File0.cs"));

        AssertCached(second.TrackedOutputSteps);
    }

    [Fact]
    public void EditOfHandlerBody_SecondRun_NothingIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Echo, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Echo.Replace("m.Length", "m.Length + 1"), "File0.cs"));

        AssertCached(second.TrackedOutputSteps);
    }

    [Fact]
    public void EditOfOneActor_SecondRun_ThatActorAloneIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Echo, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Echo.Replace("string m", "int m").Replace("m.Length", "m"), "File1.cs"));

        Assert.Equal(["Echo.g.cs"], EmittedAnew(first, second));
        Assert.Equal(1, OutputReasons(second).Count(reason => reason == IncrementalStepRunReason.Modified));
        AssertCached(second.TrackedSteps.Where(step => step.Key == TrackingNames.GeneratedTypes));
    }

    [Fact]
    public void NewSubscription_SecondRun_ThatActorAloneIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Echo, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Echo.Replace("[Handles]", "[Handles, Subscribes(\"echo\")]"), "File1.cs"));

        Assert.Equal(["Echo.g.cs"], EmittedAnew(first, second));
        Assert.Equal(1, OutputReasons(second).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void NewMethodStyleHandler_SecondRun_OtherActorsAreNotEmitted()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Echo, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Echo.Replace("[Handles]", "[Handles] int Get() => 1; [Handles]"), "File1.cs"));

        Assert.Equal(["Echo.g.cs"], EmittedAnew(first, second));
        Assert.Equal(1, OutputReasons(second).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void NewActorThatGivesANameItsMeaning_SecondRun_TheUserOfTheNameIsEmitted()
    {
        GeneratedProgram first = TestProject.Of("", User).Generate();
        Assert.Equal(["CS0246"], first.Ids);

        GeneratorRunResult second = RunAgain(first, Parse(Echo, "File0.cs"));

        Assert.Equal(["CoerceModule.g.cs", "Echo.g.cs", "User.g.cs"], EmittedAnew(first, second));
    }

    [Fact]
    public void EditOfABehavioursHandler_SecondRun_NothingIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Door, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Door.Replace("m.Length", "m.Length + 1"), "File1.cs"));

        AssertCached(second.TrackedOutputSteps);
    }

    [Fact]
    public void EditOfWhatABehaviourStashes_SecondRun_ThatActorAloneIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Door, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Door.Replace("typeof(string), typeof(int)", "typeof(string)"), "File1.cs"));

        Assert.Equal(["Door.g.cs"], EmittedAnew(first, second));
    }

    [Theory]
    [InlineData("echo.AskAsync(\"a\")", "echo.AskAsync(\"b\")")]
    [InlineData("+ 1", "+ 2")]
    public void EditOfABodyThatAsksTheSame_SecondRun_NothingIsEmitted(string before, string after)
    {
        GeneratedProgram first = TestProject.Of(Echo, Asking, User).Generate();
        Assert.Contains("\"Asker\"", first.Files["CoerceAsks.g.cs"], StringComparison.Ordinal);

        GeneratorRunResult second = RunAgain(first, Parse(Asking.Replace(before, after), "File1.cs"));

        AssertCached(second.TrackedSteps.Where(step => step.Key is TrackingNames.Actors or TrackingNames.AskEdges));
        AssertCached(second.TrackedOutputSteps);
    }

    [Fact]
    public void EditOfABodyThatAsksAnother_SecondRun_TheEdgesAreEmitted()
    {
        GeneratedProgram first = TestProject.Of(Echo, Asking, User).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Asking.Replace("echo.AskAsync(\"a\")", "user.UseAsync(echo)"), "File1.cs"));

        Assert.Equal(["CoerceAsks.g.cs"], EmittedAnew(first, second));
    }

    [Fact]
    public void NewCaseOfAProtocol_SecondRun_ItsActorAloneIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Orders, Echo, Broker).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Orders.Replace("public sealed record Sell", "public sealed record Keep : Order; public sealed record Sell"), "File0.cs"));

        Assert.Equal(["Broker.g.cs"], EmittedAnew(first, second));
        Assert.Equal(1, OutputReasons(second).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void EditInsideAProtocol_SecondRun_NothingIsEmitted()
    {
        GeneratedProgram first = TestProject.Of(Orders, Echo, Broker).Generate();

        GeneratorRunResult second = RunAgain(first, Parse(Orders.Replace("Buy(int N)", "Buy(int N, int Price = 1)"), "File0.cs"));

        AssertCached(second.TrackedOutputSteps);
    }

    internal static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, TestProject.Of().ParseOptions, path);

    internal static GeneratorRunResult RunAgain(GeneratedProgram first, SyntaxTree tree)
    {
        SyntaxTree? old = first.Input.SyntaxTrees.SingleOrDefault(other => other.FilePath == tree.FilePath);
        CSharpCompilation edited = old is null ? first.Input.AddSyntaxTrees(tree) : first.Input.ReplaceSyntaxTree(old, tree);
        return first.Driver.RunGenerators(edited).GetRunResult().Results.Single();
    }

    private static void AssertCached(IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> steps)
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> runs) in steps)
        {
            Assert.NotEmpty(runs);
            Assert.All(runs.SelectMany(run => run.Outputs), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"{name}: {output.Reason}"));
        }
    }

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
        => result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason);

    internal static IEnumerable<string> EmittedAnew(GeneratedProgram first, GeneratorRunResult second)
        => second.GeneratedSources
            .Where(file => first.Files.GetValueOrDefault(file.HintName) != file.SourceText.ToString())
            .Select(file => file.HintName)
            .Order(StringComparer.Ordinal);
}
