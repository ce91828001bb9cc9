using System.Collections.Immutable;
using Coerce.Generators.Model;
using Coerce.Generators.Parsing;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Which actors are read again after an edit. That what is not read again is right is for <see cref="EditTests"/>.</summary>
public sealed class ActorMemoryTests
{
    private const string Echo = "[Actor] public sealed partial class Echo { [Handles] int On(string m) => m.Length; }";
    private const string User = "[Actor] public sealed partial class User { [Handles] int Use(EchoRef echo) => 1; }";
    private const string Unrelated = "class Unrelated { int M() { return 1; } }";

    [Fact]
    public void BodyElsewhere_Edited_NoActorIsRead()
        => Assert.Empty(ReadAfterEdit("File2.cs", Unrelated.Replace("return 1", "return 2", StringComparison.Ordinal)));

    [Fact]
    public void BodyOfHandler_Edited_ItsActorIsRead()
        => Assert.Equal(["Echo"], ReadAfterEdit("File0.cs", Echo.Replace("m.Length", "m.Length + 1", StringComparison.Ordinal)));

    [Fact]
    public void DeclarationElsewhere_Edited_EveryActorIsRead()
        => Assert.Equal(["Echo", "User"], ReadAfterEdit("File2.cs", Unrelated.Replace("int M()", "int N()", StringComparison.Ordinal)));

    private static IEnumerable<string> ReadAfterEdit(string path, string text)
    {
        var probe = new Probe();
        CSharpCompilation first = TestProject.Of(Echo, User, Unrelated).ToCompilation();
        CSharpCompilation second = first.ReplaceSyntaxTree(
            first.SyntaxTrees.Single(tree => tree.FilePath == path), CachingTests.Parse(text, path));

        GeneratorDriver driver = CSharpGeneratorDriver.Create([probe.AsSourceGenerator()], parseOptions: TestProject.Of().ParseOptions)
            .RunGenerators(first, TestContext.Current.CancellationToken);
        ImmutableArray<ActorModel> before = probe.TakeActors();
        driver.RunGenerators(second, TestContext.Current.CancellationToken);
        ImmutableArray<ActorModel> after = probe.TakeActors();

        Assert.Equal(before.Length, after.Length);
        return before.Zip(after).Where(pair => !ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.Second.Identity.Name);
    }

    /// <summary>Asks for the actors as the generator does.</summary>
    private sealed class Probe : IIncrementalGenerator
    {
        private readonly List<ActorModel> _actors = [];

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                "Coerce.ActorAttribute",
                (_, _) => true,
                (attribute, cancellationToken) =>
                {
                    _actors.Add(ActorMemory.Read(attribute, cancellationToken)!.Actor);
                    return 0;
                }),
            (_, _) => { });

        internal ImmutableArray<ActorModel> TakeActors()
        {
            ImmutableArray<ActorModel> actors = [.. _actors];
            _actors.Clear();
            return actors;
        }
    }
}
