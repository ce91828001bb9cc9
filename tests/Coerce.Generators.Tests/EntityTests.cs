using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Entities: what their refs are found by, and what code can do with them.</summary>
public sealed class EntityTests
{
    private const string Cart = """
        namespace Shop;

        public readonly record struct CartId(Guid Value);

        [Actor("shop.cart"), Entity(IdleSeconds = 0.5, MaxLive = 10_000)]
        public sealed partial class Cart([EntityKey] CartId id, [FromServices] IFormatProvider format, ActorContext<CartRef> context)
        {
            [Handles] string Describe() => id.Value.ToString(null, format) + context.Id;
        }
        """;

    [Fact]
    public void EntityWithAKeyOfItsOwn_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of(Cart).Generate();

        Snapshot.Match(string.Join("\n", program.Files.Select(file => $"// ---- {file.Key}\n{file.Value}")));
        Assert.Empty(program.Diagnostics);
    }

    [Theory]
    [InlineData("string key", "\"a\"")]
    [InlineData("string? key", "\"a\"")]
    [InlineData("Guid @class", "Guid.Empty")]
    [InlineData("long n", "5")]
    [InlineData("Id key", "new Id(5)")]
    [InlineData("Plain key", "new Plain(\"a\")")]
    [InlineData("Of<string> key", "new Of<string>(Guid.Empty)")]
    [InlineData("Outer.Inner key", "new Outer.Inner(1)")]
    [InlineData("Verbatim key", "new Verbatim(1)")]
    public void Key_OfEachSupportedKind_IsLookedUp(string parameter, string key)
    {
        GeneratedProgram program = TestProject.Of($$"""
            public readonly record struct Id(long Value);
            public readonly struct Plain { public Plain(string TEXT) => Text = TEXT; public string Text { get; } }
            public readonly record struct Of<T>(Guid Value);
            public static class Outer { public readonly record struct Inner(long Number); }
            public readonly record struct Verbatim(long @event);
            [Actor] public sealed partial class X([EntityKey] {{parameter}})
            {
                [Handles] string Get() => $"{{{parameter.Split(' ')[^1]}}}";
            }
            static class Program
            {
                static XRef Find(ActorSystem system) => system.Entity<XRef>({{key}});
                static XRef FindIn(IEntities<XRef> entities) => entities.Get({{key}});
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("catalog.Add(global::X.Dispatcher.Entities);", program.Files["CoerceModule.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string", "5")]
    [InlineData("string", "Guid.Empty")]
    [InlineData("string", "new Id(1)")]
    [InlineData("long", "\"a\"")]
    [InlineData("Guid", "5L")]
    [InlineData("Id", "5L")]
    [InlineData("Id", "\"a\"")]
    [InlineData("Id", "new Other(1)")]
    public void Key_OfAnotherType_DoesNotCompile(string type, string key)
    {
        GeneratedProgram program = TestProject.Of($$"""
            public readonly record struct Id(long Value);
            public readonly record struct Other(long Value);
            [Actor] public sealed partial class X([EntityKey] {{type}} key) { [Handles] string Get() => $"{key}"; }
            [Actor] public sealed partial class Y([EntityKey] Other key) { [Handles] string Get() => $"{key}"; }
            static class Program
            {
                static XRef Find(ActorSystem system) => system.Entity<XRef>({{key}});
            }
            """).Generate();

        Assert.Single(program.Ids);
    }

    [Fact]
    public void ActorThatIsNoEntity_LookUp_DoesNotCompile()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class X(string key) { [Handles] string Get() => key; }
            static class Program { static XRef Find(ActorSystem system) => system.Entity<XRef>("a"); }
            """).Generate();

        Assert.Equal(["CS0311"], program.Ids);
        Assert.DoesNotContain("Entit", program.Files["X.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Entit", program.Files["CoerceModule.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal sealed partial class X([EntityKey] Id key) { [Handles] string Get() => $\"{key}\"; } internal readonly record struct Id(long Value);")]
    [InlineData("public sealed partial class X { internal X([EntityKey] Id key) => Key = key; Id Key { get; } [Handles] string Get() => $\"{Key}\"; } internal readonly record struct Id(long Value);")]
    public void Entity_OfLimitedVisibility_IsLookedUpWithinIt(string actor)
    {
        GeneratedProgram program = TestProject.Of($$"""
            [Actor] {{actor}}
            static class Program { static XRef Find(ActorSystem system) => system.Entity<XRef>(new Id(1)); }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("internal static class X_Entities", program.Files["X.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Entity_NestedAndPrivate_IsLookedUpByBothTypes()
    {
        GeneratedProgram program = TestProject.Of("""
            public readonly record struct Id(long Value);
            public static partial class Outer
            {
                [Actor] private sealed partial class X([EntityKey] Id key) { [Handles] string Get() => $"{key}"; }
                static ActorRef Find(ActorSystem system) => system.Entity<XRef, Id>(new Id(1));
                static ActorRef FindIn(ActorSystem system) => system.Entities<XRef>().Get(new Id(1));
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void TwoEntities_OneTypeOfKey_AreToldApart()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace A_B { [Actor] public sealed partial class C([EntityKey] Keys.Id key) { [Handles] string Get() => $"{key}"; } }
            namespace A.B { [Actor] public sealed partial class C([EntityKey] Keys.Id key) { [Handles] string Get() => $"{key}"; } }
            namespace Keys
            {
                public readonly record struct Id(long Value);
                static class Program
                {
                    static A_B.CRef One(ActorSystem system) => system.Entity<A_B.CRef>(new Id(1));
                    static A.B.CRef Other(ActorSystem system) => system.Entity<A.B.CRef>(new Id(1));
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Entities_InTwoAssemblies_OneTypeOfKey_Run(bool emitted)
    {
        GeneratedProgram contracts = TestProject.Of("namespace Keys; public readonly record struct Id(Guid Value);").WithName("Keys").Generate();
        GeneratedProgram first = Entity("First", contracts), second = Entity("Second", contracts);
        GeneratedProgram program = TestProject.Of("""
            static class Program
            {
                static void Main() { }

                static async Task<string> RunAsync()
                {
                    var id = new Keys.Id(System.Guid.Empty);
                    await using var system = new ActorSystem("s", new ActorSystemOptions { Modules = { Coerce.Modules.Root.Instance } });
                    string found = system.FindEntity("second.x", "00000000-0000-0000-0000-000000000000")!.Path;
                    return $"{await system.Entity<First.XRef>(id).GetAsync()} {await system.Entities<Second.XRef>().Get(id).GetAsync()} {found[..10]}";
                }
            }
            """).WithName("Root").AsProgram().WithReferences(
                CrossAssemblyTests.Reference(contracts, emitted),
                CrossAssemblyTests.Reference(first, emitted),
                CrossAssemblyTests.Reference(second, emitted)).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load(contracts, first, second);
        Assert.Equal("First Second /second.x/", await loaded.RunAsync("Program", "RunAsync"));

        GeneratedProgram Entity(string name, GeneratedProgram keys) => TestProject.Of($$"""
            namespace {{name}};
            [Actor("{{name.ToLowerInvariant()}}.x")] public sealed partial class X([EntityKey] Keys.Id id)
            {
                [Handles] string Get() => id.Value == System.Guid.Empty ? "{{name}}" : "";
            }
            """).WithName(name).WithReferences(CrossAssemblyTests.Reference(keys, emitted)).Generate();
    }

    [Theory]
    [InlineData("[Entity] public sealed partial class X { [Handles] int Get() => 1; }")]
    [InlineData("[Entity] public sealed partial class X(string key) { [Handles] int Get() => key.Length; }")]
    [InlineData("public sealed partial class X([EntityKey] int key) { [Handles] int Get() => key; }")]
    [InlineData("public sealed partial class X([EntityKey] Key key) { [Handles] int Get() => key.Value; }")]
    [InlineData("public sealed partial class X([EntityKey] string key, [EntityKey] long other) { [Handles] int Get() => key.Length + (int)other; }")]
    [InlineData("public sealed partial class X([EntityKey] string key, int limit) { [Handles] int Get() => key.Length + limit; }")]
    [InlineData("public sealed partial class X([EntityKey] Key key, int limit) { [Handles] int Get() => key.Value + limit; }")]
    [InlineData("public sealed class X([EntityKey] string key) { [Handles] int Get() => key.Length; }")]
    [InlineData("public sealed class X([EntityKey] Key key) { [Handles] int Get() => key.Value; }")]
    [InlineData("public sealed partial class X { public X([EntityKey] string key) { } public X([EntityKey] long key) { } [Handles] int Get() => 1; }")]
    public void EntityAtFault_LookedUpInEveryWay_AddsNoError(string actor)
    {
        string own = actor.Contains("[EntityKey] Key", StringComparison.Ordinal) ? "system.Entity<XRef>(new Key(1)).Tell(new X.Messages.Get());" : "";
        GeneratedProgram program = TestProject.Of($$"""
            public sealed record Key(int Value);
            [Actor] {{actor}}
            static class Program
            {
                static async Task<int> Run(ActorSystem system, IEntities<XRef> entities)
                {
                    {{(actor.Contains("partial", StringComparison.Ordinal) ? own : "")}}
                    int sum = await system.Entity<XRef>("a").GetAsync() + await system.Entity<XRef>(1).GetAsync();
                    return sum + await system.Entity<XRef>(Guid.Empty).GetAsync() + await entities.Get("a").GetAsync();
                }
            }
            """).Generate();

        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics) + "\n\n" + string.Join("\n", program.Files.Values));
    }

    [Fact]
    public void GenericEntity_LookedUp_AddsNoError()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class X<T>([EntityKey] string key) { [Handles] int Get() => key.Length; }
            static class Program { static XRef<int> Find(ActorSystem system) => system.Entity<XRef<int>>("a"); }
            """).Generate();

        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void EntityKeyAdded_SecondRun_TheActorItsContractAndTheModuleAreEmittedAnew()
    {
        const string Plain = "[Actor] public sealed partial class X(string key) { [Handles] string Get() => key; }";
        GeneratedProgram first = TestProject.Of(Plain, Bank.Source).Generate();

        Assert.Equal(
            ["Coerce.Contracts.X_Messages_GetContract.g.cs", "CoerceContracts.g.cs", "CoerceModule.g.cs", "X.g.cs"],
            Edit(first, Plain.Replace("(string", "([EntityKey] string", StringComparison.Ordinal)));
    }

    [Fact]
    public void EntitySettingsChanged_SecondRun_TheActorAloneIsEmittedAnew()
    {
        const string Idle = "[Actor, Entity(IdleSeconds = 1)] public sealed partial class X([EntityKey] string key) { [Handles] string Get() => key; }";
        GeneratedProgram first = TestProject.Of(Idle, Bank.Source).Generate();

        Assert.Equal(["X.g.cs"], Edit(first, Idle.Replace("IdleSeconds = 1", "MaxLive = 5", StringComparison.Ordinal)));
        Assert.Empty(Edit(first, Idle.Replace("=> key", "=> key + key", StringComparison.Ordinal)));
    }

    private static string[] Edit(GeneratedProgram first, string text)
        => CachingTests.EmittedAnew(first, CachingTests.RunAgain(first, CachingTests.Parse(text, "File0.cs"))).ToArray();
}
