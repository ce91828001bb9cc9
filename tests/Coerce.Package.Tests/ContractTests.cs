namespace Coerce.Package.Tests;

/// <summary>contracts.proto, as the package writes and keeps it.</summary>
public sealed class ContractTests(Packages packages)
{
    private const string Program = """
        using Coerce;

        var options = new ActorSystemOptions { Modules = { Coerce.Modules.App.Instance } };
        await using var system = new ActorSystem("shop", options);
        Contract<Order> contract = system.Contracts.Of<Order>();
        Console.WriteLine(contract.ToJson(contract.Read(contract.ToBytes(new Order("tea", 3)))));

        /// <summary>Asks for an article.</summary>
        /// <param name="Count">How many.</param>
        public sealed record Order(string Article, uint Count);

        [Actor("shop.orders")]
        public sealed partial class Orders
        {
            [Handles] bool On(Order order) => order.Count > 0;
        }
        """;

    [Fact]
    public async Task WriteContracts_NewProject_WritesAFileThatTheBuildKeepsTo()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Program);

        Assert.Equal("{\"article\":\"tea\",\"count\":3}\n", await project.RunAsync());
        await WriteAsync(project, "has been written");
        string written = Schema(project);
        Assert.Contains("service OrdersActor {\n  rpc Order (app.Order) returns (google.protobuf.BoolValue);\n}", written);
        Assert.Contains("// Asks for an article.\nmessage Order {\n  string article = 1;\n  // How many.\n  uint32 count = 2;\n}", written);
        Assert.Equal("{\"article\":\"tea\",\"count\":3}\n", await project.RunAsync());

        await WriteAsync(project, "is up to date");
        Assert.Equal(written, Schema(project));
    }

    [Fact]
    public async Task Change_AfterTheFileIsThere_IsReportedByTheBuildUntilTheFileIsUpToDate()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Program);
        await WriteAsync(project, "has been written");

        project.Write("Program.cs", Program.Replace("uint Count", "uint Count, bool Paid = false"));
        Assert.Contains("warning COERCE0403: 'Order.paid' is new", (await project.BuildAsync()).Output);

        project.Write("Program.cs", Program.Replace("uint Count", "long Count"));
        DotnetCommand.Result broken = await project.BuildAsync();
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("error COERCE0402: 'Order.count' was 'uint32' and is now 'int64'", broken.Output);

        await WriteAsync(project, "has been brought up to date");
        Assert.Contains("reserved 2;", Schema(project));
        Assert.Contains("int64 count = 3;", Schema(project));
        Assert.Equal("{\"article\":\"tea\",\"count\":3}\n", await project.RunAsync());
    }

    [Fact]
    public async Task WriteContracts_FileWithConflictMarks_FailsAsTheBuildDoesUntilItIsDeleted()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Program);
        await WriteAsync(project, "has been written");
        string written = Schema(project);
        string broken = "<<<<<<< HEAD\n" + written;
        project.Write("contracts.proto", broken);

        foreach (string target in new[] { "-t:WriteContracts", "-t:Build" })
        {
            DotnetCommand.Result result = await project.BuildAsync(target);
            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains("contracts.proto(1,1): error COERCE0405: contracts.proto cannot be read", result.Output);
            Assert.Equal(broken, Schema(project));
        }

        File.Delete(Path.Combine(project.Folder, "contracts.proto"));
        await WriteAsync(project, "has been written");
        Assert.Equal(written, Schema(project));
    }

    [Fact]
    public async Task WriteContracts_NothingToSay_WritesNothingAndSaysSo()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Program.cs", Programs.Hello);

        await WriteAsync(project, "There is nothing to write");
        Assert.False(File.Exists(Path.Combine(project.Folder, "contracts.proto")));
    }

    private static async Task WriteAsync(UserProject project, string says)
    {
        DotnetCommand.Result written = await project.BuildAsync("-t:WriteContracts");
        Assert.True(written.ExitCode == 0, written.Output);
        Assert.Contains(says, written.Output);
    }

    private static string Schema(UserProject project) => File.ReadAllText(Path.Combine(project.Folder, "contracts.proto")).ReplaceLineEndings("\n");
}
