using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>A message in one assembly, its actor in a second, the caller in a third.</summary>
public sealed class CrossAssemblyTests
{
    private static readonly GeneratedProgram Contracts = TestProject.Of("""
        namespace Contracts;
        public readonly record struct Deposit(int Amount);
        """).WithName("Bank.Contracts").Generate();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MessageActorAndCaller_InThreeAssemblies_Run(bool emitted)
    {
        MetadataReference contracts = Reference(Contracts, emitted);
        GeneratedProgram domain = Domain(contracts);
        GeneratedProgram program = TestProject.Of("""
            using Bank; using Contracts;
            [Actor] public sealed partial class Teller(AccountRef account)
            {
                [Handles] ValueTask<int> On(Deposit m) => account.AskAsync(m);
                [Handles] ValueTask<int> Through(AccountRef to, Account.Messages.Double message) => to.AskAsync(message);
                [Handles] int Nullable(AccountRef? none = null) => none is null ? 1 : 2;
            }
            static class Program
            {
                static void Main() { }

                static async Task<string> RunAsync()
                {
                    await using var system = new ActorSystem("s", new ActorSystemOptions { Modules = { Coerce.Modules.Bank_Program.Instance } });
                    AccountRef account = system.Spawn(Account.Props(1), "account");
                    TellerRef teller = system.Spawn(Teller.Props(account));
                    int sum = await teller.AskAsync(new Deposit(4));
                    sum += await teller.ThroughAsync(account, new Account.Messages.Double());
                    return $"{sum} {await teller.NullableAsync()}";
                }
            }
            """).WithName("Bank.Program").AsProgram().WithReferences(contracts, Reference(domain, emitted)).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load(Contracts, domain);
        Assert.Equal("15 1", await loaded.RunAsync("Program", "RunAsync"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Module_OfProgram_CallsThoseOfItsReferences(bool emitted)
    {
        MetadataReference contracts = Reference(Contracts, emitted);
        GeneratedProgram domain = Domain(contracts);

        Assert.Empty(Contracts.Files);
        Assert.Contains("catalog.Add(global::Bank.Account.Dispatcher.Instance.Descriptor);", domain.Files["CoerceModule.g.cs"], StringComparison.Ordinal);

        GeneratedProgram program = TestProject.Of("class Program { static void Main() { } }")
            .WithName("1-Bank.Program").AsProgram().WithReferences(contracts, Reference(domain, emitted)).Generate();
        Assert.Empty(program.Diagnostics);
        Assert.Contains("public sealed class _1_Bank_Program", program.Files["CoerceModule.g.cs"], StringComparison.Ordinal);
        Assert.Contains("catalog.Add(global::Coerce.Modules.Bank_Domain.Instance);", program.Files["CoerceModule.g.cs"], StringComparison.Ordinal);

        GeneratedProgram library = TestProject.Of("class Library { }")
            .WithName("Library").WithReferences(contracts, Reference(domain, emitted)).Generate();
        Assert.Empty(library.Files);
    }

    [Fact]
    public void Module_ActorsWithoutAName_AreLeftOut()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class Named { [Handles] int Get() => 1; }
            [Actor] public sealed partial class Generic<T> { [Handles] int Get() => 1; }
            public partial class Outer { [Actor] private sealed partial class Hidden { [Handles] int Get() => 1; } [Actor] internal sealed partial class Inner { [Handles] int Get() => 1; } }
            [Actor] public sealed partial class Broken { }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        string module = program.Files["CoerceModule.g.cs"];
        Assert.Contains("global::Named.", module, StringComparison.Ordinal);
        Assert.Contains("global::Outer.Inner.", module, StringComparison.Ordinal);
        Assert.DoesNotContain("Generic", module, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", module, StringComparison.Ordinal);
        Assert.DoesNotContain("Broken", module, StringComparison.Ordinal);
    }

    [Fact]
    public void RefOfSameNameInReference_GeneratedRefOfNearerScopeWins()
    {
        GeneratedProgram domain = Domain(Reference(Contracts, emitted: true));
        GeneratedProgram program = TestProject.Of("""
            using Bank;
            namespace Shop
            {
                [Actor] public sealed partial class Account { [Handles] int Get(ActorContext<AccountRef> context) => 1; [Handles] void On(AccountRef m) { } }
            }
            """).WithReferences(Reference(Contracts, emitted: true), Reference(domain, emitted: true)).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("GetAsync(global::System.Threading.CancellationToken", program.Files["Shop.Account.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Tell(global::Shop.AccountRef message)", program.Files["Shop.Account.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratedProgram Domain(MetadataReference contracts)
    {
        GeneratedProgram domain = TestProject.Of("""
            using Contracts;
            namespace Bank;
            [Actor] public sealed partial class Account(int balance)
            {
                private int _balance = balance;
                [Handles] int On(Deposit m) => _balance += m.Amount;
                [Handles] int Double() => _balance *= 2;
            }
            """).WithName("Bank.Domain").WithReferences(contracts).Generate();
        Assert.Empty(domain.Diagnostics);
        return domain;
    }

    internal static MetadataReference Reference(GeneratedProgram program, bool emitted)
        => emitted ? program.ToPortableExecutable() : program.ToCompilationReference();
}
