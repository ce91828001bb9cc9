using System.Globalization;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>What is generated for contracts, and what it does not depend on.</summary>
public sealed class ContractOutputTests
{
    private static readonly TestProject Shop = TestProject.Of(ContractSources.Message, ContractSources.Hierarchy, ContractSources.Converter, ContractSources.Generic);

    [Fact]
    public void MessagesOfAllKinds_Generate_ReadWell()
    {
        GeneratedProgram program = Shop.Generate();

        Snapshot.Match(TextOf(program));
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void Numbers_WithAFile_AreThoseOfTheFile()
    {
        string order = Shop.WithSchema(ContractSources.Schema).Generate().Files["Coerce.Contracts.Shop.OrderContract.g.cs"];

        Assert.Contains("output.WriteRawTag(26);", order, StringComparison.Ordinal);
        Assert.Contains("case 26: id = ", order, StringComparison.Ordinal);
        Assert.Contains("7 => \"customer\",", order, StringComparison.Ordinal);
        Assert.Contains("price = 3;", Shop.WithSchema(ContractSources.Schema).Generate().Files["CoerceContracts.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_WithoutAFile_AreInTheOrderOfDeclaration()
    {
        string order = Shop.Generate().Files["Coerce.Contracts.Shop.OrderContract.g.cs"];

        string[] names = ["id", "customer", "lines", "note", "state"];
        Assert.All(names.Index(), field => Assert.Contains($"{field.Index + 1} => \"{field.Item}\",", order, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11, true)]
    [InlineData(LanguageVersion.CSharp11, false)]
    [InlineData(LanguageVersion.CSharp12, true)]
    [InlineData(LanguageVersion.CSharp12, false)]
    [InlineData(LanguageVersion.CSharp14, false)]
    public void Contracts_InOlderLanguagesAndWithoutNullable_CompileWithoutAWarning(LanguageVersion version, bool isNullable)
    {
        TestProject project = Shop.WithLanguageVersion(version);

        GeneratedProgram program = (isNullable ? project : project.WithoutNullable()).Generate();

        // The sources themselves have a "?" that means nothing there.
        Assert.Equal([], program.Ids.Where(id => isNullable || id != "CS8632"));
        Assert.Contains("Coerce.Contracts.Shop.OrderContract.g.cs", program.Files.Keys);
    }

    [Fact]
    public void Text_InAnotherCultureOrderAndWithOtherEndsOfLines_IsTheSame()
    {
        string expected = TextOf(Shop.WithSchema(ContractSources.Schema).Generate());
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;
        try
        {
            string[] sources = [ContractSources.Message, ContractSources.Hierarchy, ContractSources.Converter, ContractSources.Generic];
            TestProject other = TestProject.Of([.. sources.Select(static text => text.ReplaceLineEndings("\r\n"))])
                .WithSchema(ContractSources.Schema.ReplaceLineEndings("\r\n")).InReverseOrder();

            Assert.Equal(expected, TextOf(other.Generate()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Names_ThatDifferInCaseAlone_AreFilesOfTheirOwn()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace Shop;
            [Contract("First")] public sealed record Item(int Number);
            [Contract("Second")] public sealed record ITEM(int Number, Item Inner);
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Equal(program.Files.Count, program.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(2, program.Files.Values.Count(text => text.Contains("readonly struct ItemContract", StringComparison.Ordinal) || text.Contains("readonly struct ITEMContract", StringComparison.Ordinal)));
    }

    private static string TextOf(GeneratedProgram program) => string.Join("\n", program.Files.Select(file => $"// ---- {file.Key}\n{file.Value}"));
}
