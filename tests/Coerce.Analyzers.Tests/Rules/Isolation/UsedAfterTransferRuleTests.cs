using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>COERCE0206.</summary>
public sealed class UsedAfterTransferRuleTests
{
    private const string Actor = """
        public sealed record Page(int Number, [Transfers] List<int> Pixels) { [Transfers] public int[]? More { get; init; } }
        public sealed record Book(string Name, Page First);
        [Transfers] public sealed class Whole { public int Count { get; set; } }

        [Actor]
        public sealed partial class Store
        {
            [Handles] void On(Page m) { }
            [Handles] void On(Book m) { }
            [Handles] void On(Whole m) { }
            [Handles] void On([Transfers] List<string> m) { }
            [Handles] int Put(string name, [Transfers] List<int> numbers, IReadOnlyList<int> kept) => 1;
        }
        """;

    [Theory]
    [InlineData("await store.PutAsync(\"a\", list, []); {|COERCE0206:list|}.Add(1);")]
    [InlineData("_ = store.PutAsync(numbers: list, name: \"a\", kept: []); Console.WriteLine({|COERCE0206:list|}.Count);")]
    [InlineData("store.Tell(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("store.Tell(new Book(\"a\", new Page(1, list))); {|COERCE0206:list|}.Clear();")]
    [InlineData("store.Tell(new Page(1, []) { More = array }); {|COERCE0206:array|}[0] = 1;")]
    [InlineData("store.TryTell(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("await store.TellAsync(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("await store.AskAsync(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("store.Schedule(new Page(1, list), TimeSpan.Zero); {|COERCE0206:list|}.Clear();")]
    [InlineData("IReceive<Page> receiver = store; receiver.Tell(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("IAsk<Page> asked = store; await asked.AskAsync(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("var page = new Page(1, list); store.Tell(page); {|COERCE0206:list|}.Clear();")]
    [InlineData("var page = new Page(1, new()); store.Tell(page); {|COERCE0206:page|}.Pixels.Clear();")]
    [InlineData("var page = new Page(1, new()); store.Tell(page); store.Tell({|COERCE0206:page|}); ")]
    [InlineData("var whole = new Whole(); store.Tell(whole); {|COERCE0206:whole|}.Count = 1;")]
    [InlineData("var words = new List<string>(); store.Tell(words); {|COERCE0206:words|}.Clear();")]
    [InlineData("store.Tell(new Page(1, list)); if (flag) {|COERCE0206:list|}.Clear();")]
    [InlineData("if (flag) store.Tell(new Page(1, list)); {|COERCE0206:list|}.Clear();")]
    [InlineData("store.Tell(new Page(1, list)); if (flag) list = new(); {|COERCE0206:list|}.Clear();")]
    [InlineData("for (int i = 0; i < 3; i++) store.Tell(new Page(i, {|COERCE0206:list|}));")]
    [InlineData("while (flag) { {|COERCE0206:list|}.Add(1); store.Tell(new Page(1, list)); }")]
    [InlineData("try { store.Tell(new Page(1, list)); } finally { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("store.Tell(new Page(1, list)); Action later = () => {|COERCE0206:list|}.Clear(); later();")]
    [InlineData("Action now = () => { store.Tell(new Page(1, list)); {|COERCE0206:list|}.Clear(); }; now();")]
    [InlineData("Now(); void Now() { store.Tell(new Page(1, list)); {|COERCE0206:list|}.Clear(); }")]
    [InlineData("store.Tell(new Page(1, given)); {|COERCE0206:given|}.Clear();")]
    [InlineData("store.Tell(new Page(1, {|COERCE0206:_field|}));")]
    [InlineData("store.Tell(new Page(1, {|COERCE0206:Auto|}));")]
    [InlineData("store.Tell(new Page(1, {|COERCE0206:s_all|}));")]
    [InlineData("store.Tell(new Page(1, {|COERCE0206:other._field|}));")]
    [InlineData("store.Tell(new Page(1, {|COERCE0206:lists[0]|}));")]
    [InlineData("store.Tell(new Page(1, _field)); {|COERCE0206:_field|}.Clear(); _field = new();")]
    [InlineData("store.Tell(new Page(1, {|COERCE0206:_field|})); if (flag) _field = new();")]
    [InlineData("try { store.Tell(new Page(1, list)); } catch (InvalidOperationException) { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("try { store.Tell(new Page(1, list)); } catch (Exception e) when (e.Message == \"\") { } catch { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("try { store.Tell(new Page(1, list)); } catch (Exception) when ({|COERCE0206:list|}.Count == 1) { }")]
    [InlineData("try { try { store.Tell(new Page(1, list)); } finally { flag = false; } } catch { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("store.Tell(new Page(1, list)); try { flag = false; } catch { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("try { store.Tell(new Page(1, list)); throw new InvalidOperationException(); } finally { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("try { await store.AskAsync(new Page(1, list)); list = new(); } catch { {|COERCE0206:list|}.Clear(); }")]
    [InlineData("try { store.Tell(new Page(1, list)); } catch { {|COERCE0206:list|}.Clear(); } finally { list.Clear(); }")]
    [InlineData("var same = list; store.Tell(new Page(1, list)); {|COERCE0206:same|}.Add(1);")]
    [InlineData("var same = list; store.Tell(new Page(1, list)); {|COERCE0206:list|}.Add(1); same.Add(1);")]
    [InlineData("var same = list; store.Tell(new Page(1, list)); list = new(); {|COERCE0206:same|}.Add(1);")]
    [InlineData("IReadOnlyList<int> same = list; store.Tell(new Page(1, list)); Console.WriteLine({|COERCE0206:same|}.Count);")]
    [InlineData("var same = list; store.Tell(new Page(1, same)); {|COERCE0206:list|}.Add(1);")]
    [InlineData("var same = given; store.Tell(new Page(1, same)); {|COERCE0206:given|}.Add(1);")]
    [InlineData("var page = new Page(1, new()); var same = page; store.Tell(page); {|COERCE0206:same|}.Pixels.Clear();")]
    [InlineData("while (flag) { var same = {|COERCE0206:list|}; store.Tell(new Page(1, same)); }")]
    [InlineData("var same = list; try { store.Tell(new Page(1, list)); } catch { {|COERCE0206:same|}.Clear(); }")]
    public Task HandedOver_AndUsedAgain_IsReported(string statements)
        => Verify.ReportsAsync(Actor, Sender(statements));

    [Theory]
    [InlineData("list.Add(1); await store.PutAsync(\"a\", list, []);")]
    [InlineData("await store.PutAsync(\"a\", list, []); list = new(); list.Add(1);")]
    [InlineData("await store.PutAsync(\"a\", [.. list], list); list.Add(1);")]
    [InlineData("await store.PutAsync(\"a\", new List<int>(list), list); list.Add(1);")]
    [InlineData("store.Tell(new Page(1, list)); Make(out list); list.Clear();")]
    [InlineData("if (flag) { store.Tell(new Page(1, list)); return; } list.Clear();")]
    [InlineData("if (flag) store.Tell(new Page(1, list)); else list.Clear();")]
    [InlineData("for (int i = 0; i < 3; i++) { var own = new List<int>(); store.Tell(new Page(i, own)); }")]
    [InlineData("foreach (var own in lists) store.Tell(new Page(1, own));")]
    [InlineData("while (flag) { list = new(); store.Tell(new Page(1, list)); }")]
    [InlineData("await store.PutAsync(\"a\", list, list);")]
    [InlineData("list = new() { await store.PutAsync(\"a\", list, []) };")]
    [InlineData("var page = new Page(1, new()); store.Tell(page); Console.WriteLine(page.Number);")]
    [InlineData("store.Tell(new Page(1, list)); Console.WriteLine(nameof(list));")]
    [InlineData("store.Tell(new Page(1, _field)); _field = new();")]
    [InlineData("store.Tell(new Page(1, Interlocked.Exchange(ref _field, new())));")]
    [InlineData("var book = new Book(\"a\", null!); store.Tell(book); Console.WriteLine(book);")]
    [InlineData("Console.WriteLine(new Page(1, list)); list.Clear();")]
    [InlineData("try { store.Tell(new Page(1, list)); } catch { list = new(); list.Clear(); }")]
    [InlineData("try { list.Add(1); } catch { list.Clear(); } store.Tell(new Page(1, list));")]
    [InlineData("try { store.Tell(new Page(1, _field)); _field = new(); } catch (InvalidOperationException) { }")]
    [InlineData("store.Tell(new Page(1, list)); try { list = new(); } catch { list.Clear(); }")]
    [InlineData("var same = list; list = new(); store.Tell(new Page(1, list)); same.Add(1);")]
    [InlineData("var own = list; list = new(); store.Tell(new Page(1, own)); list.Add(1);")]
    [InlineData("var same = list; same = new(); store.Tell(new Page(1, list)); same.Add(1);")]
    [InlineData("var same = flag ? list : given; store.Tell(new Page(1, list)); same.Add(1);")]
    [InlineData("var same = list; Make(out same); store.Tell(new Page(1, list)); same.Add(1);")]
    [InlineData("var same = list; (same, flag) = (new(), true); store.Tell(new Page(1, list)); same.Add(1);")]
    [InlineData("var own = _field; _field = new(); store.Tell(new Page(1, own)); _field.Add(1);")]
    [InlineData("while (flag) { var own = list; store.Tell(new Page(1, own)); list = new(); list.Add(1); }")]
    public Task HandedOver_AndLeftAlone_IsNotReported(string statements) => Verify.ReportsAsync(Actor, Sender(statements));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ActorOfAnotherAssembly_IsCheckedAsWell(bool emitted)
    {
        GeneratedProgram library = TestProject.Of(Actor).WithName("Library").Generate();
        Assert.Empty(library.Errors);
        Markup source = Markup.Parse("""
            public static class Sender
            {
                public static async Task Send(StoreRef store, List<int> list, List<string> words)
                {
                    await store.PutAsync("a", list, []);
                    {|COERCE0206:list|}.Clear();
                    store.Tell(words);
                    {|COERCE0206:words|}.Clear();
                    var more = new List<int>();
                    store.Tell(new Store.Messages.Put("a", more, []));
                    {|COERCE0206:more|}.Clear();
                }
            }
            """);
        Project project = TestSolution.Project([source.Text])
            .AddMetadataReference(emitted ? library.ToPortableExecutable() : library.ToCompilationReference());

        await Verify.MatchAsync(project, [source]);
    }

    private static string Sender(string statements) => $$"""
        #pragma warning disable CS1998, CS0649, CS8321, CS9113
        public sealed class Sender(StoreRef store)
        {
            private List<int> _field = new();
            private static List<int> s_all = new();
            private List<int> Auto { get; set; } = new();

            public async Task Send(bool flag, List<int> given, Sender other, List<int>[] lists)
            {
                var list = new List<int>();
                var array = new int[1];
                {{statements}}
            }

            private static void Make(out List<int> list) => list = new();
        }
        """;
}
