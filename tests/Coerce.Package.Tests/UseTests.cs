namespace Coerce.Package.Tests;

/// <summary>The package as it is installed: into projects that differ in all that a project file can say.</summary>
public sealed class UseTests(Packages packages)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net9.0")]
    public async Task Console_New_BuildsWithoutWarningsAndRuns(string framework)
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj", new() { ["TargetFramework"] = framework, ["RollForward"] = "Major" });
        project.Write("Program.cs", Programs.Hello);

        Assert.Equal(Programs.HelloOutput, await project.RunAsync());
    }

    [Theory]
    [InlineData("ImplicitUsings", "disable")]
    [InlineData("Nullable", "disable")]
    [InlineData("LangVersion", "12")]
    [InlineData("LangVersion", "11")]
    public async Task Console_WithoutWhatNewProjectsHave_BuildsWithoutWarningsAndRuns(string property, string value)
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj", new() { [property] = value });
        project.Write("Program.cs", Programs.PlainHello);

        Assert.Equal(Programs.HelloOutput, await project.RunAsync());
    }

    [Fact]
    public async Task Console_InAFolderWithBlanksAndForeignLetters_BuildsWithoutWarningsAndRuns()
    {
        using var project = new UserProject(packages, "Meine Übung – 演習");
        project.WriteProject("Übung.csproj");
        project.Write("Program.cs", Programs.Hello);

        Assert.Equal(Programs.HelloOutput, await project.RunAsync());
    }

    [Fact]
    public async Task Console_WithNamesThatTheGeneratedCodeUses_BuildsWithoutWarningsAndRuns()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj");
        project.Write("Usings.cs", """
            global using System.Threading.Channels;
            global using static System.Math;
            """);
        project.Write("Names.cs", """
            public sealed class Actor;
            public sealed class ActorSystem;
            public sealed class Task;
            public sealed class ValueTask;
            public sealed class Envelope;
            public sealed class Props;
            """);
        project.Write("Program.cs", Programs.PlainHello.Replace("namespace Plain\n{", "namespace Plain\n{\n    using ActorSystem = Coerce.ActorSystem;\n    using Task = System.Threading.Tasks.Task;"));

        Assert.Equal(Programs.HelloOutput, await project.RunAsync());
    }

    [Fact]
    public async Task Library_WithActors_IsUsedByAProgramThatHasThePackageToo()
    {
        using var project = new UserProject(packages);
        project.WriteProject("../Library/Library.csproj", new() { ["OutputType"] = "Library" });
        project.Write("../Library/Greeter.cs", Programs.Hello[Programs.Hello.IndexOf("public readonly", StringComparison.Ordinal)..].Insert(0, "using Coerce;\n\nnamespace Library;\n\n"));
        project.WriteProject("App.csproj", project: "../Library/Library.csproj");
        project.Write("Program.cs", "using Library;\n" + Programs.Hello[..Programs.Hello.IndexOf("public readonly", StringComparison.Ordinal)]);

        Assert.Equal(Programs.HelloOutput, await project.RunAsync());
    }

    [Fact]
    public async Task Library_WithAProtocol_IsSpokenByAnActorOfTheProgram()
    {
        using var project = new UserProject(packages);
        project.WriteProject("../Protocol/Protocol.csproj", new() { ["OutputType"] = "Library" });
        project.Write("../Protocol/BankCommand.cs", """
            using Coerce;

            namespace Protocol;

            public abstract record BankCommand
            {
                private BankCommand() { }

                public sealed record Deposit(uint Amount) : BankCommand, IRequest<BankCommand, uint>;

                public sealed record Freeze(string Reason) : BankCommand;
            }
            """);
        project.WriteProject("App.csproj", project: "../Protocol/Protocol.csproj");
        project.Write("Program.cs", """
            using Coerce;
            using Protocol;

            await using var system = new ActorSystem("bank");
            IActorRef<BankCommand> bank = system.Spawn(Account.Props());
            bank.Tell(new BankCommand.Deposit(2));
            Console.WriteLine(await bank.AskAsync(new BankCommand.Deposit(40)));
            await bank.AskAsync(new BankCommand.Freeze("lost card"));

            [Actor(Protocol = typeof(BankCommand))]
            public sealed partial class Account
            {
                private uint _balance;

                [Handles] uint On(BankCommand.Deposit message) => _balance += message.Amount;

                [Handles] void On(BankCommand.Freeze message) => Console.WriteLine(message.Reason);
            }
            """);

        Assert.Equal("42\nlost card\n", await project.RunAsync());
    }

    [Fact]
    public async Task Console_WithThePackageForHostsAlone_HasTheGenerator()
    {
        using var project = new UserProject(packages);
        project.WriteProject("App.csproj", package: "Coerce.Hosting");
        project.Write("Program.cs", Programs.Hello);

        Assert.Equal(Programs.HelloOutput, await project.RunAsync());
    }
}
