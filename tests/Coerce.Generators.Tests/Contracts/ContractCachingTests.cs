using System.Collections.Immutable;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>What an edit makes the generator do again, step by step.</summary>
public sealed class ContractCachingTests
{
    private const string Actor = """
        namespace Shop;
        [Actor("shop.till")] public sealed partial class Till { [Handles] int Pay(decimal amount) { return 1; } [Handles] Line? On(Line m) => m; }
        """;

    private static readonly string[] Steps =
    [
        TrackingNames.MarkedContracts, TrackingNames.Contracts, TrackingNames.Schema, TrackingNames.Numbering, TrackingNames.NumberedContracts, TrackingNames.WantedSchema,
    ];

    [Theory]
    [InlineData("Unrelated.cs", "class Unrelated { int M() => 1; }")]
    [InlineData("File4.cs", null)]
    public void Edit_OfABodyOrAnUnrelatedFile_EveryStepIsCached(string path, string? text)
    {
        GeneratedProgram first = First();

        GeneratorRunResult second = Edit(first, path, text ?? Actor.Replace("return 1;", "return 2;", StringComparison.Ordinal));

        Assert.All(Steps, step => AssertUnchanged(second, step));
        Assert.Equal([], CachingTests.EmittedAnew(first, second));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, OutputReasons(second));
    }

    [Fact]
    public void Edit_OfDocComments_EmitsNothing()
    {
        GeneratedProgram first = First();
        string commented = ContractSources.Message
            .Replace("[Contract]", "/// <summary>An order.</summary>\n/// <param name=\"Note\">What else.</param>\n[Contract]", StringComparison.Ordinal)
            .Replace("public enum State { None", "/// <summary>Where it is.</summary>\npublic enum State {\n/// <summary>Nowhere.</summary>\nNone", StringComparison.Ordinal);

        GeneratorRunResult second = Edit(first, "File0.cs", commented);

        Assert.All(Steps, step => AssertUnchanged(second, step));
        Assert.Equal([], CachingTests.EmittedAnew(first, second));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, OutputReasons(second));
    }

    [Fact]
    public void Edit_OfOneMessage_EmitsItsFileAndTheSchemaAlone()
    {
        GeneratedProgram first = First();

        GeneratorRunResult second = Edit(first, "File0.cs", ContractSources.Message.Replace("string Article", "string Article, bool IsNew", StringComparison.Ordinal));

        Assert.Equal(["Coerce.Contracts.Shop.LineContract.g.cs", "CoerceContracts.g.cs"], CachingTests.EmittedAnew(first, second));
        Assert.Equal(2, OutputReasons(second).Count(static reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void Edit_OfACommentInTheFile_EmitsNothing()
    {
        GeneratedProgram first = First();

        GeneratorRunResult second = EditSchema(first, ContractSources.Schema.Replace("// An order.", "// An order, and more.\n\n", StringComparison.Ordinal));

        Assert.All(Steps, step => AssertUnchanged(second, step));
        Assert.Equal([], CachingTests.EmittedAnew(first, second));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, OutputReasons(second));
    }

    [Fact]
    public void Edit_OfAMessageInTheFile_EmitsWhatChanged()
    {
        GeneratedProgram first = First();

        GeneratorRunResult second = EditSchema(first, ContractSources.Schema.Replace("int32 minor = 2;", "int32 minor = 5;", StringComparison.Ordinal));

        Assert.Equal(["Coerce.Contracts.Shop.VersionDataContract.g.cs", "CoerceContracts.g.cs"], CachingTests.EmittedAnew(first, second));
        Assert.Equal(2, OutputReasons(second).Count(static reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void Edit_OfWhatTheProgramDoesNotHave_EmitsNoContract()
    {
        GeneratedProgram first = First();

        GeneratorRunResult second = EditSchema(first, ContractSources.Schema + "\nmessage Own {\n  int32 mine = 1;\n}\n");

        Assert.DoesNotContain(CachingTests.EmittedAnew(first, second), static file => file.StartsWith("Coerce.Contracts.", StringComparison.Ordinal));
    }

    private static GeneratedProgram First()
        => TestProject.Of(ContractSources.Message, ContractSources.Hierarchy, ContractSources.Converter, ContractSources.Generic, Actor).WithSchema(ContractSources.Schema).Generate();

    private static GeneratorRunResult Edit(GeneratedProgram first, string path, string text)
    {
        var options = (CSharpParseOptions)first.Input.SyntaxTrees[0].Options;
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text, options, path);
        CSharpCompilation input = first.Input.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == path) is { } old
            ? first.Input.ReplaceSyntaxTree(old, edited)
            : first.Input.AddSyntaxTrees(edited);
        return first.Driver.RunGenerators(input).GetRunResult().Results.Single();
    }

    private static GeneratorRunResult EditSchema(GeneratedProgram first, string text)
    {
        ImmutableArray<AdditionalText> edited = [new SchemaText(text)];
        return first.Driver.ReplaceAdditionalTexts(edited).RunGenerators(first.Input).GetRunResult().Results.Single();
    }

    private static void AssertUnchanged(GeneratorRunResult result, string step)
        => Assert.All(
            result.TrackedSteps[step].SelectMany(static run => run.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {output.Reason}"));

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result)
        => result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason);
}
