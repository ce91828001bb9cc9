namespace Coerce.Package.Tests;

/// <summary>What the package says where something is wrong.</summary>
public sealed class RefusalTests(Packages packages)
{
    [Fact]
    public async Task Message_NobodyHandles_IsOneError()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Programs.Hello.Replace("new Greet(\"world\")", "DateTime.Now"));

        Assert.Equal(["COERCE0101"], await ErrorsAsync(project));
    }

    [Fact]
    public async Task Actor_NotPartial_IsOneError()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Programs.Hello.Replace("sealed partial class", "sealed class"));

        Assert.Equal(["COERCE0001"], await ErrorsAsync(project));
    }

    [Fact]
    public async Task Compiler_Old_IsOneErrorThatSaysWhatToDo()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Programs.Hello);

        DotnetCommand.Result built = await project.BuildAsync("-p:CompilerApiVersion=roslyn4.8");

        Assert.Equal(["COERCE0050"], Errors(built));
        Assert.Contains("This compiler is version 4.8, and the generator of Coerce needs 4.14: build with the .NET SDK 9.0.300 or later", built.Output);
    }

    [Theory]
    [InlineData("10", true)]
    [InlineData("9.0", true)]
    [InlineData("7.3", true)]
    [InlineData("latest", false)]
    [InlineData("preview", false)]
    public async Task LangVersion_Old_IsOneErrorThatSaysWhatToDo(string version, bool isOld)
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj", new() { ["LangVersion"] = version, ["ImplicitUsings"] = "disable", ["Nullable"] = "disable" });
        project.Write("Program.cs", Programs.PlainHello);

        DotnetCommand.Result built = await project.BuildAsync();

        Assert.Equal(isOld ? ["COERCE0050"] : [], Errors(built));
        if (isOld) Assert.Contains($"The LangVersion of this project is {version}, and the code that Coerce generates needs C# 11", built.Output);
    }

    private static async Task<string[]> ErrorsAsync(UserProject project) => Errors(await project.BuildAsync());

    private static string[] Errors(DotnetCommand.Result built)
    {
        string[] errors =
        [
            .. built.Output.Split('\n').Select(line => line.Split(": error ")).Where(parts => parts.Length > 1)
                .Select(parts => parts[1].Split(':')[0]).Distinct(),
        ];
        Assert.True((built.ExitCode == 0) == (errors.Length == 0), built.Output);
        return errors;
    }
}
