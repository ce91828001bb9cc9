using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>A library of messages, and the program that sends them.</summary>
public sealed class ContractAssemblyTests
{
    private static readonly GeneratedProgram Library = TestProject.Of("""
        namespace Shop;
        [Contract] public sealed record Line(string Article, int Count);
        [Contract] public sealed record Page<T>(IReadOnlyList<T> Items, T First) where T : notnull { internal Page(IReadOnlyList<T> items, T first, int hidden) : this(items, first) { } public int Shown { get; internal set; } }
        [Contract] public abstract record Payment { public sealed record Cash(int Given) : Payment; }
        """).WithName("Shop.Messages").Generate();

    private const string Program = """
        using Shop;
        [Actor("till")] public sealed partial class Till
        {
            [Handles] int On(Line m) => m.Count;
            [Handles] Page<Line> On(Page<Line> m) => m;
            [Handles] Basket On(Basket m) => m;
        }
        public sealed record Basket(Line First, Page<int> Numbers, Payment Payment, IReadOnlyDictionary<string, Line> Named);
        static class Program
        {
            static void Main() { }

            static string Run()
            {
                var system = new ActorSystem("s", new ActorSystemOptions { Modules = { Coerce.Modules.Till_Program.Instance } });
                var basket = new Basket(new Line("a", 1), new Page<int>(new[] { 1, 2 }, 3), new Payment.Cash(5), new Dictionary<string, Line> { ["x"] = new("b", 2) });
                Contract<Basket> contract = system.Contracts.Of<Basket>();
                Basket read = contract.Read(contract.ToBytes(basket));
                Page<Line> page = system.Contracts.Of<Page<Line>>().Read(system.Contracts.Of<Page<Line>>().ToBytes(new(new[] { basket.First }, basket.First)));
                return $"{read.First} {read.Numbers.Items[1]} {read.Payment} {read.Named["x"]} {page.First} {system.Contracts.Of<Line>().Name} {system.Contracts.Of<Page<Line>>().Name}";
            }
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MessagesOfALibrary_InAnActorOfAProgram_AreTheLibrarys(bool emitted)
    {
        MetadataReference library = emitted ? Library.ToPortableExecutable() : Library.ToCompilationReference();
        GeneratedProgram program = TestProject.Of(Program).WithName("Till.Program").AsProgram().WithReferences(library).Generate();

        Assert.Empty(Library.Diagnostics);
        Assert.Empty(program.Diagnostics);
        Assert.DoesNotContain("Coerce.Contracts.Shop.LineContract.g.cs", program.Files.Keys);
        Assert.Contains("Coerce.Contracts.Shop.Page_Shop_LineContract.g.cs", program.Files.Keys);
        Assert.Contains("import \"\"Shop.Messages/contracts.proto\"\";", program.Files["CoerceContracts.g.cs"], StringComparison.Ordinal);
        using LoadedProgram loaded = program.Load(Library);
        Assert.Equal(
            "Line { Article = a, Count = 1 } 2 Cash { Given = 5 } Line { Article = b, Count = 2 } Line { Article = a, Count = 1 } shop_messages.Line till_program.PageOfLine",
            (await loaded.RunAsync("Program", "Run"))?.ToString()?.Replace("shop.messages", "shop_messages", StringComparison.Ordinal).Replace("till.program", "till_program", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FormOfAGenericMessage_MadeInTwoAssemblies_IsFoundByBothNames()
    {
        GeneratedProgram library = TestProject.Of("""
            namespace Shop;
            [Contract] public sealed record Page<T>(IReadOnlyList<T> Items) where T : notnull;
            [Contract] public sealed record Report(Page<int> Numbers);
            """).WithName("Shop").Generate();
        GeneratedProgram program = TestProject.Of("""
            using Shop;
            [Contract] public sealed record Basket(Page<int> Numbers);
            static class Program
            {
                static void Main() { }

                static string Run()
                {
                    var system = new ActorSystem("s", new ActorSystemOptions { Modules = { Coerce.Modules.Till.Instance, Coerce.Modules.Shop.Instance } });
                    var found = new List<string>();
                    foreach (string name in new[] { "till.PageOfInt32", "shop.PageOfInt32" })
                    {
                        if (system.Contracts.TryFind(name, out Contract? contract)) found.Add($"{contract.Name} {((Page<int>)contract.ReadObject(contract.ToBytes(new Page<int>(new[] { 7 })))).Items[0]}");
                    }

                    return $"{string.Join(", ", found)}; {system.Contracts.Of<Page<int>>().Name}";
                }
            }
            """).WithName("Till").AsProgram().WithReferences(library.ToPortableExecutable()).Generate();

        using LoadedProgram loaded = program.Load(library);
        Assert.Equal("till.PageOfInt32 7, shop.PageOfInt32 7; shop.PageOfInt32", await loaded.RunAsync("Program", "Run"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TypeOfALibraryWithoutContracts_WithAConverterOnTheAssembly_Travels(bool emitted)
    {
        GeneratedProgram plain = TestProject.Of("namespace Plain; public sealed class Money(int cents) { public int Cents => cents; internal int Secret { get; set; } }").WithName("Plain").Generate();
        GeneratedProgram program = TestProject.Of("""
            using Plain;
            [assembly: Contract(typeof(Money), Converter = typeof(MoneyConverter))]
            public sealed record MoneyData(int Cents);
            public abstract class MoneyConverter : IContractConverter<Money, MoneyData>
            {
                public static MoneyData ToData(Money value) => new(value.Cents);
                public static Money FromData(MoneyData data) => new(data.Cents);
            }
            [Contract] public sealed record Price(Money Money, IReadOnlyList<Money> Others);
            static class Program
            {
                static void Main() { }

                static string Run()
                {
                    var system = new ActorSystem("s", new ActorSystemOptions { Modules = { Coerce.Modules.Till_Program.Instance } });
                    Contract<Price> contract = system.Contracts.Of<Price>();
                    Price read = contract.Read(contract.ToBytes(new Price(new Money(5), new[] { new Money(6) })));
                    return $"{read.Money.Cents} {read.Others[0].Cents} {contract.ToJson(read)}";
                }
            }
            """).WithName("Till.Program").AsProgram().WithReferences(emitted ? plain.ToPortableExecutable() : plain.ToCompilationReference()).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load(plain);
        Assert.Equal("5 6 {\"money\":{\"cents\":5},\"others\":[{\"cents\":6}]}", await loaded.RunAsync("Program", "Run"));
    }
}
