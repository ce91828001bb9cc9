using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Refs do not exist when the generator runs; what it writes has to bind as the user's own code does.</summary>
public sealed class RefsInSignaturesTests
{
    private const string Account = "[Actor] public sealed partial class Account { [Handles] int Get() => 1; }";

    [Fact]
    public void OtherNamespace_ByUsing_Binds() => AssertBinds(
        "global::Bank.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "using Bank; namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void OtherNamespace_ByUsingInsideNamespace_Binds() => AssertBinds(
        "global::Bank.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "namespace Shop { using Bank; [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void OtherNamespace_ByEnclosingNamespace_Binds() => AssertBinds(
        "global::Bank.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "namespace Bank.Shop.Deep; [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; }");

    [Fact]
    public void GlobalNamespace_FromNamespace_Binds() => AssertBinds(
        "global::AccountRef",
        Account,
        "namespace Shop; [Actor] public sealed partial class User { [Handles] int Use(AccountRef a, global::AccountRef b) => 1; }");

    [Fact]
    public void QualifiedPartially_FromEnclosingNamespace_Binds() => AssertBinds(
        "global::Company.Bank.AccountRef",
        $"namespace Company.Bank {{ {Account} }}",
        "namespace Company.Shop { [Actor] public sealed partial class User { [Handles] int Use(Bank.AccountRef a) => 1; } }");

    [Fact]
    public void QualifiedFully_WithGlobal_Binds() => AssertBinds(
        "global::Company.Bank.AccountRef",
        $"namespace Company.Bank {{ {Account} }}",
        "namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(global::Company.Bank.AccountRef a) => 1; } }");

    [Fact]
    public void Alias_OfRef_Binds() => AssertBinds(
        "global::Bank.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "using A = Bank.AccountRef; namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(A a) => 1; } }");

    [Fact]
    public void Alias_OfNamespace_Binds() => AssertBinds(
        "global::Bank.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "using B = Bank; namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(B.AccountRef a, B::AccountRef b) => 1; } }");

    [Fact]
    public void Alias_GlobalAndGenericTarget_Binds() => AssertBinds(
        "global::System.Collections.Generic.List<global::Bank.AccountRef>",
        $"global using Accounts = System.Collections.Generic.List<Bank.AccountRef>; namespace Bank {{ {Account} }}",
        "namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(Accounts a) => 1; } }");

    [Fact]
    public void Alias_OfTupleAndArray_Binds() => AssertBinds(
        "(global::Bank.AccountRef First, global::Bank.AccountRef?[] Others)",
        $"namespace Bank {{ {Account} }}",
        """
        using All = Bank.AccountRef?[];
        using Two = (Bank.AccountRef First, Bank.AccountRef?[] Others);
        namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(Two a) => 1; [Handles] All[] Get(List<All> b) => [.. b]; } }
        """);

    [Fact]
    public void Alias_NamedAsRefInFartherScope_TypeOfNamespaceWins() => AssertBinds(
        "global::Shop.AccountRef",
        $"namespace Bank {{ {Account} }}",
        $"using AccountRef = Bank.AccountRef; namespace Shop {{ {Account} [Actor] public sealed partial class User {{ [Handles] int Use(AccountRef a) => 1; }} }}");

    [Fact]
    public void GlobalUsing_Binds() => AssertBinds(
        "global::Bank.AccountRef",
        $"global using Bank; namespace Bank {{ {Account} }}",
        "namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void NestedActor_FromInsideAndOutside_Binds() => AssertBinds(
        "global::Bank.Branch.AccountRef",
        $"namespace Bank {{ public partial class Branch {{ {Account} [Actor] public sealed partial class User {{ [Handles] int Use(AccountRef a) => 1; }} }} }}",
        "namespace Shop { [Actor] public sealed partial class Other { [Handles] int Use(Bank.Branch.AccountRef a) => 1; } }");

    [Fact]
    public void NestedActor_ThroughBaseClass_Binds() => AssertBinds(
        "global::Branch.AccountRef",
        $"public partial class Branch {{ {Account} }}",
        "public partial class Sub : Branch { [Actor] public sealed partial class User { [Handles] int Use(AccountRef a, Sub.AccountRef b) => 1; } }");

    [Fact]
    public void UsingStatic_OfContainer_Binds() => AssertBinds(
        "global::Bank.Branch.AccountRef",
        $"namespace Bank {{ public static partial class Branch {{ {Account} }} }}",
        "using static Bank.Branch; [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; }");

    [Fact]
    public void GenericActor_WithGeneratedArgument_Binds() => AssertBinds(
        "global::Bank.BoxRef<global::Bank.AccountRef?>",
        $"namespace Bank {{ {Account} [Actor] public sealed partial class Box<T> where T : class? {{ [Handles] T Get(T t) => t; }} }}",
        "using Bank; namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(BoxRef<AccountRef?> a) => 1; } }");

    [Fact]
    public void GenericActor_ContextOfItself_IsItsOwn()
    {
        GeneratedProgram program = AssertClean("""
            public partial class Outer<A>
            {
                [Actor] public sealed partial class Box<B>(ActorContext<BoxRef<B>> own)
                {
                    [Handles] bool Same(ActorContext<Outer<A>.BoxRef<B>> context) => own == context;
                    [OnStart] void Start(ActorContext<BoxRef<B>>? context) { }
                }
            }
            """);

        string file = program.Files["Outer-1.Box-1.g.cs"];
        Assert.Contains("cell.Actor.Same(cell.Context<BoxRef<B>>())", file, StringComparison.Ordinal);
        Assert.Contains("cell.Actor.Start(cell.Context<BoxRef<B>>())", file, StringComparison.Ordinal);
        Assert.Contains("new Box<B>(cell.Context<BoxRef<B>>())", file, StringComparison.Ordinal);
    }

    [Fact]
    public void GenericContainer_WithGeneratedArgument_Binds() => AssertBinds(
        "global::Outer<global::AccountRef>.ItemRef",
        Account,
        "public partial class Outer<T> { [Actor] public sealed partial class Item { [Handles] int Get(ItemRef own) => 1; } }",
        "[Actor] public sealed partial class User { [Handles] int Use(Outer<AccountRef>.ItemRef a) => 1; }");

    [Fact]
    public void Arity_DistinguishesRefs() => AssertBinds(
        "global::A.AccountRef<int>",
        "namespace A { [Actor] public sealed partial class Account<T> { [Handles] int Get() => 1; } }",
        $"using A; namespace Shop {{ {Account} [Actor] public sealed partial class User {{ [Handles] int Use(AccountRef<int> a, AccountRef b) => 1; }} }}");

    [Fact]
    public void SameNameTwice_NearerNamespaceWins() => AssertBinds(
        "global::Shop.AccountRef",
        $"namespace Bank {{ {Account} }} namespace Shop {{ {Account} }}",
        "using Bank; namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void SameNameTwice_UsingInsideNamespaceBeforeUsingOutside() => AssertBinds(
        "global::Bank.AccountRef",
        $"namespace Bank {{ {Account} }} namespace Store {{ {Account} }}",
        "using Store; namespace Shop { using Bank; [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void SameNameTwice_BothImported_OnlyTheUsersOwnError()
    {
        GeneratedProgram program = TestProject.Of(
            $"namespace Bank {{ {Account} }} namespace Store {{ {Account} }}",
            "using Bank; using Store; namespace Shop { [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }").Generate();

        Assert.Equal(["CS0104"], program.Ids);
    }

    [Fact]
    public void RealTypeInFartherScope_GeneratedRefWins() => AssertBinds(
        "global::Shop.AccountRef",
        "namespace Library { public sealed class AccountRef { } }",
        $"using Library; namespace Shop {{ {Account} [Actor] public sealed partial class User {{ [Handles] int Use(AccountRef a) => 1; }} }}");

    [Fact]
    public void RealTypeInNearerScope_RealTypeWins() => AssertBinds(
        "global::Shop.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "using Bank; namespace Shop { public sealed class AccountRef { } [Actor] public sealed partial class User { [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void RealNestedType_RealTypeWins() => AssertBinds(
        "global::Shop.User.AccountRef",
        $"namespace Bank {{ {Account} }}",
        "using Bank; namespace Shop { [Actor] public sealed partial class User { public sealed class AccountRef { } [Handles] int Use(AccountRef a) => 1; } }");

    [Fact]
    public void TypeParameterNamedAsRef_TypeParameterWins() => AssertBinds(
        "AccountRef a",
        Account,
        "[Actor] public sealed partial class User<AccountRef> { [Handles] int Use(AccountRef a) => 1; }");

    [Fact]
    public void PartsWithDifferentUsings_EachBindsByItsOwn()
    {
        GeneratedProgram program = AssertClean(
            $"namespace Bank {{ {Account} }} namespace Store {{ {Account} }}",
            "using Bank; namespace Shop { [Actor] public sealed partial class User { [Handles] int One(AccountRef a) => 1; } }",
            "using Store; namespace Shop { public sealed partial class User { [Handles] int Two(AccountRef a) => 1; } }");

        string file = program.Files["Shop.User.g.cs"];
        Assert.Contains("OneAsync(global::Bank.AccountRef a", file, StringComparison.Ordinal);
        Assert.Contains("TwoAsync(global::Store.AccountRef a", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountRef?", "global::Bank.AccountRef?")]
    [InlineData("AccountRef[]", "global::Bank.AccountRef[]")]
    [InlineData("AccountRef?[,][]?", "global::Bank.AccountRef?[,][]?")]
    [InlineData("(AccountRef a, int @class)", "(global::Bank.AccountRef a, int @class)")]
    [InlineData("(AccountRef a, int b)?", "(global::Bank.AccountRef a, int b)?")]
    [InlineData("Dictionary<string, List<AccountRef?>>", "global::System.Collections.Generic.Dictionary<string, global::System.Collections.Generic.List<global::Bank.AccountRef?>>")]
    [InlineData("Nullable<(AccountRef, nint)>", "global::System.Nullable<(global::Bank.AccountRef, nint)>")]
    [InlineData("System.Func<AccountRef, Func<string>>", "global::System.Func<global::Bank.AccountRef, global::System.Func<string>>")]
    public void Composite_InEveryPlace_Binds(string type, string expected)
    {
        GeneratedProgram program = AssertClean(
            $"namespace Bank {{ {Account} }}",
            $$"""
            using Bank;
            namespace Shop;
            [Actor] public sealed partial class User({{type}} first)
            {
                [Handles] {{type}} On({{type}} m) => first;
                [Handles] Task<{{type}}> Use({{type}} a) => Task.FromResult(a);
                [Handles] System.Threading.Tasks.ValueTask<{{type}}> Use2() => new(first);
                [OnStart] void Start([FromServices] List<{{type}}> all) { }
            }
            """);

        string file = program.Files["Shop.User.g.cs"];
        Assert.Contains($"UseAsync({expected} a", file, StringComparison.Ordinal);
        Assert.Contains($"AskAsync({expected} message", file, StringComparison.Ordinal);
        Assert.Contains($"Props({expected} first", file, StringComparison.Ordinal);
        Assert.Contains($"cell.Service<global::System.Collections.Generic.List<{expected}>>()", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_WithDynamicBesideRef_Binds()
    {
        GeneratedProgram program = AssertClean(
            Account, "[Actor] public sealed partial class User { [Handles] int Get([FromServices] Func<AccountRef, dynamic> f) => 1; }");

        Assert.Contains("Service<global::System.Func<global::AccountRef, dynamic>>()", program.Files["User.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratedMessages_AsMessagesOfAnotherActor_Bind() => AssertBinds(
        "global::Bank.Account.Messages.Get",
        $"namespace Bank {{ {Account} }}",
        """
        using Bank;
        namespace Shop;
        [Actor] public sealed partial class User
        {
            [Handles] int On(Account.Messages.Get a) => 1;
            [Handles] int On(Messages.Own[] a) => 1;
            [Handles] int On(List<User.Messages.Self> a) => 1;
            [Handles] int On(Bank.Account.Messages.Get[] a) => 1;
            [Handles] int Own(Account.Messages.Get a) => 1;
            [Handles] int Self(Messages.Other? a) => 1;
            [Handles] int Other() => 1;
        }
        """);

    [Fact]
    public void LessVisibleRef_Generate_MembersAreInternal()
    {
        GeneratedProgram program = AssertClean("""
            [Actor] internal sealed partial class Hidden { [Handles] int Get() => 1; }
            [Actor] public sealed partial class User
            {
                internal User(HiddenRef h) { }
                [Handles] int Use(HiddenRef h) => 1;
                [Handles] int On(HiddenRef h) => 1;
            }
            """);

        Assert.Contains("internal static global::Coerce.Props<UserRef> Props(global::HiddenRef h)", program.Files["User.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Typo_Generate_OnlyTheUsersOwnError()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class User
            {
                [Handles] int Use(AcountRef a) => 1;
                [Handles] int On(Deposot m) => 1;
                [Handles] Replly Get() => default!;
                [Handles] int Fine() => 1;
            }
            static class Program
            {
                static async Task Main(UserRef user)
                {
                    int n = await user.UseAsync(null!) + await user.GetAsync() + await user.FineAsync() + await user.AskAsync("x");
                    user.Tell(n);
                }
            }
            """).Generate();

        Assert.Equal(["CS0246", "CS0246", "CS0246"], program.Ids);
    }

    [Fact]
    public void TypoInConstructor_Generate_OnlyTheUsersOwnError()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class User(Clok clock)
            {
                [Handles] Clok Get() => clock;
                [Handles] int Fine() => 1;
            }
            static class Program { static UserRef Main(ActorSystem system) => system.Spawn(User.Props(5)); }
            """).Generate();

        Assert.Equal(["CS0246", "CS0246"], program.Ids);
    }

    private static void AssertBinds(string expected, params string[] sources)
    {
        GeneratedProgram program = AssertClean(sources);
        Assert.Contains(program.Files.Values, text => text.Contains($"UseAsync({expected}", StringComparison.Ordinal) || text.Contains($"AskAsync({expected} ", StringComparison.Ordinal));
    }

    private static GeneratedProgram AssertClean(params string[] sources)
    {
        GeneratedProgram program = TestProject.Of(sources).Generate();
        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics) + "\n\n" + string.Join("\n", program.Files.Values));
        return program;
    }
}
