using System.Globalization;
using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class OutputTests
{
    [Fact]
    public void NoActor_Generate_NoFile() => Assert.Empty(TestProject.Of("class C;").Generate().Files);

    [Fact]
    public void HintNames_SameNameInManyPlaces_AreUnique()
    {
        const string Actor = "[Actor] public sealed partial class A { [Handles] int Get() => 1; }";
        GeneratedProgram program = TestProject.Of(
            Actor,
            $"namespace N {{ {Actor} {Actor.Replace("class A", "class A<T>")} {Actor.Replace("class A", "class A<T, U>")} {Actor.Replace("class A", "class a")} }}",
            $"namespace n {{ {Actor} }}",
            $"namespace N {{ partial class B {{ {Actor} }} partial class B<T> {{ {Actor} }} partial class B1 {{ {Actor} }} }}").Generate();

        Assert.Equal(
            ["A.g.cs", "CoerceModule.g.cs", "N.A-1.g.cs", "N.A-2.g.cs", "N.A.g.cs", "N.B-1.A.g.cs", "N.B.A.g.cs", "N.B1.A.g.cs", "N.a(2).g.cs", "n.A(3).g.cs"],
            program.Files.Keys);
        Assert.DoesNotContain(program.Diagnostics, diagnostic => diagnostic.Id != "CS8981");
    }

    [Fact]
    public void ActorInSeveralParts_Generate_OneFileWithAllHandlers()
    {
        GeneratedProgram program = TestProject.Of(
            "[Actor] public sealed partial class A { [Handles] int One() => 1; }",
            "public sealed partial class A { [Handles] int Two() => 2; }",
            "partial class A { [OnStart] void Start() { } }").Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Equal(["A.g.cs", "CoerceModule.g.cs"], program.Files.Keys);
        Assert.Contains("TwoAsync", program.Files["A.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Start()", program.Files["A.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void AttributeOnTwoParts_Generate_OneFileAndTheCompilersOwnError()
    {
        GeneratedProgram program = TestProject.Of(
            "[Actor] public sealed partial class A { [Handles] int One() => 1; }",
            "[Actor] public sealed partial class A { [Handles] int Two() => 2; }").Generate();

        Assert.Equal(["CS0579"], program.Ids);
        Assert.Equal(["A.g.cs", "CoerceModule.g.cs"], program.Files.Keys);
    }

    [Fact]
    public void OrderOfFiles_Reversed_SameOutput()
    {
        TestProject project = TestProject.Of(
            Bank.Source,
            "[Actor] public sealed partial class A { [Handles] int One() => 1; [Handles] int Two(BRef b) => 1; }",
            "public sealed partial class A { [Handles] int Three() => 2; }",
            "[Actor] public sealed partial class B { [Handles] int Get() => 1; }");

        Assert.Equal(project.Generate().Files, project.InReverseOrder().Generate().Files);
    }

    [Fact]
    public void Culture_WithOddNumbersAndLetters_SameOutput()
    {
        TestProject project = TestProject.Of(
            "[Actor] public sealed partial class A { [Handles] int Get(double id = -1.5, decimal item = 2.5m, long n = -3) => 1; }");
        CultureInfo before = CultureInfo.CurrentCulture;
        IDictionary<string, string> expected = project.Generate().Files;

        try
        {
            // Culture data is left out of the tests' host: make the culture by hand.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "minus";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, project.Generate().Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_OfEveryFile_EndsLinesWithLineFeedAndHasNoTrailingSpaces()
    {
        foreach (string text in TestProject.Of(Bank.Source).Generate().Files.Values)
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\t', text);
            Assert.True(text.EndsWith("}\n", StringComparison.Ordinal) || text.EndsWith(")]\n", StringComparison.Ordinal), text);
            Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n}", text.Replace(" ", ""), StringComparison.Ordinal);
            Assert.DoesNotContain("{\n\n", text, StringComparison.Ordinal);
        }
    }
}
