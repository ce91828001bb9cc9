using Coerce.Hosting;
using Coerce.TestCompiler;
using Coerce.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;

namespace Coerce.Repository.Tests;

public sealed class DocumentationTests
{
    // What a project of the SDK imports by itself, and what a handler that yields needs.
    private const string ImplicitUsings = """
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Runtime.CompilerServices;
        """;

    // What a project of the web SDK imports by itself.
    private const string WebUsings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    public static TheoryData<string> Pages() => [.. Repository.Files(".", "*.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_LocalLinks_LeadSomewhere(string page)
    {
        Assert.All(Markdown.LocalLinks(Repository.Read(page)), link =>
        {
            string[] parts = link.Split('#');
            string target = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            string full = Path.GetFullPath(Path.Combine(Repository.Root, target));
            Assert.True(File.Exists(full) || Directory.Exists(full), $"{link} leads nowhere.");
            if (parts.Length > 1) Assert.Contains(parts[1], Markdown.Anchors(File.ReadAllText(full)));
        });
    }

    [Fact]
    public void Readme_Program_IsTheHelloSample()
    {
        string block = Assert.Single(Markdown.Blocks(Repository.Read("README.md"), "csharp"));

        Assert.Equal(Repository.Read("samples/Hello/Program.cs"), block);
        Assert.InRange(block.Count(character => character == '\n'), 1, 25);
    }

    [Theory]
    [InlineData("docs/semantics.md")]
    [InlineData("docs/protocols.md")]
    [InlineData("docs/topics.md")]
    [InlineData("docs/describe.md")]
    [InlineData("docs/entities.md")]
    [InlineData("docs/behaviours.md")]
    [InlineData("docs/isolation.md")]
    [InlineData("docs/decisions/0013-behaviours.md")]
    public void Page_Code_Compiles(string page)
    {
        string code = string.Join('\n', Markdown.Blocks(Repository.Read(page), "csharp"));

        GeneratedProgram program = TestProject.Of(ImplicitUsings, code).Generate();

        Assert.Empty(program.Diagnostics);
    }

    // What is said of an assembly has to be in front of all else in its file.
    [Fact]
    public void Contracts_Code_Compiles()
    {
        GeneratedProgram program = TestProject.Of([ImplicitUsings, .. Markdown.Blocks(Repository.Read("docs/contracts.md"), "csharp")]).Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void Testing_Code_Compiles()
    {
        string code = string.Join('\n', Markdown.Blocks(Repository.Read("docs/testing.md"), "csharp"));

        GeneratedProgram program = TestProject.Of(code)
            .WithReferences(
                MetadataReference.CreateFromFile(typeof(TestHost).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location))
            .Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void Hosting_Code_Compiles()
    {
        string code = string.Join('\n', Markdown.Blocks(Repository.Read("docs/hosting.md"), "csharp"));
        string aspNet = Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!;

        GeneratedProgram program = TestProject.Of(WebUsings, code)
            .WithReferences(
            [
                MetadataReference.CreateFromFile(typeof(CoerceBuilder).Assembly.Location),
                .. FrameworkReferences.Trusted.Where(path => Path.GetDirectoryName(path) == aspNet).Select(path => MetadataReference.CreateFromFile(path)),
            ])
            .AsProgram()
            .Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void Decisions_Numbers_AreUnique()
    {
        string[] numbers = [.. Repository.Files("docs/decisions", "*.md").Select(path => Path.GetFileName(path)[..4])];

        Assert.Equal(numbers.Distinct(), numbers);
        Assert.All(Repository.Files("docs/decisions", "*.md"), path =>
        {
            string page = Repository.Read(path);
            Assert.Contains("## Context\n", page);
            Assert.Contains("## Decision\n", page);
            Assert.Contains("## What it costs\n", page);
        });
    }
}
