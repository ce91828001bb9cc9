using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>Who waits for whom, as an assembly tells those that refer to it.</summary>
public sealed class AskEdgesTests
{
    private const string Ledger = """
        namespace Books
        {
            public readonly record struct Entry(int Amount);
            public abstract record Wish { private Wish() { } public sealed record Sum : Wish, IRequest<Wish, int>; }
            [Actor] public sealed partial class Ledger { [Handles] int Book(int amount) => amount; [Handles] int On(Entry m) => m.Amount; [Handles] void On(string m) { } }
        }
        """;

    private const string Book = "\"Bank.Account\", \"Bank.Account.Messages.Go\", \"Books.Ledger\", \"Books.Ledger.Messages.Book\"";
    private const string Entry = "\"Bank.Account\", \"Bank.Account.Messages.Go\", \"Books.Ledger\", \"Books.Entry\"";
    private const string Either = "\"Bank.Account\", \"Bank.Account.Messages.Go\", \"\", \"Books.Entry\"";

    [Theory]
    [InlineData("[Handles] async Task Go(LedgerRef to) { await to.BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go(Books.LedgerRef? to) { await to!.BookAsync(1).ConfigureAwait(false); }", Book)]
    [InlineData("[Handles] async Task Go(LedgerRef to) { await to.AskAsync(new Entry(1)); }", Entry)]
    [InlineData("[Handles] async Task Go(LedgerRef to, Entry entry) { await to.AskAsync(entry, TimeSpan.FromSeconds(1)); }", Entry)]
    [InlineData("[Handles] ValueTask<int> Go(LedgerRef to) => to.BookAsync(1);", Book)]
    [InlineData("[Handles] async Task Go(LedgerRef to) { var later = to.BookAsync(1); await later; }", Book)]
    [InlineData("[Handles] async Task Go(LedgerRef to) { await Task.WhenAll(to.BookAsync(1).AsTask(), Task.Delay(1)); }", Book)]
    [InlineData("[Handles] async Task Go(LedgerRef to) { LedgerRef other = to; await other.BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go(LedgerRef to) { var other = to; await other.BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go(List<LedgerRef> all) { foreach (LedgerRef to in all) await to.BookAsync(1); }", Book)]
    [InlineData("private LedgerRef? _to; [Handles] async Task Go(LedgerRef to) { _to = to; await _to.BookAsync(1); }", Book)]
    [InlineData("private LedgerRef To { get; set; } = null!; [Handles] async Task Go() { await this.To.BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go() { await primary.BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go(ActorContext<AccountRef> c) { var to = c.Spawn(Ledger.Props(), \"l\"); await to.BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go(ActorContext<AccountRef> c) { await (await c.SpawnAsync(Books.Ledger.Props())).BookAsync(1); }", Book)]
    [InlineData("[Handles] async Task Go(LedgerRef to) { await Help(to); } async Task Help(LedgerRef to) => await to.BookAsync(1);", Book)]
    [InlineData("[Handles] async Task Go(IAsk<Entry, int> to) { await to.AskAsync(new Entry(1)); }", Either)]
    [InlineData("[Handles] async Task Go(IActorRef<Wish> to) { await to.AskAsync(new Wish.Sum()); }", "\"Bank.Account\", \"Bank.Account.Messages.Go\", \"\", \"Books.Wish.Sum\"")]
    [InlineData("[Handles] async Task Go(LedgerRef to) { await to.AskAsync(\"now\"); }", "\"Bank.Account\", \"Bank.Account.Messages.Go\", \"Books.Ledger\", \"string\"")]
    [InlineData("[OnStart] async Task Go() { await primary.BookAsync(1); }", "\"Bank.Account\", \"\", \"Books.Ledger\", \"Books.Ledger.Messages.Book\"")]
    [InlineData("[Handles] async Task On(Entry m, ActorContext<AccountRef> c) { await primary.AskAsync(m); }", "\"Bank.Account\", \"Books.Entry\", \"Books.Ledger\", \"Books.Entry\"")]
    public void Ask_ThatAHandlerWaitsFor_IsAnEdge(string member, string edge)
    {
        GeneratedProgram program = Generate(member);

        Assert.Empty(program.Diagnostics);
        string line = Assert.Single(program.Files["CoerceAsks.g.cs"].Split('\n'), line => line.StartsWith("[assembly", StringComparison.Ordinal));
        Assert.Equal($"[assembly: global::Coerce.Dispatch.AskEdge({edge})]", line);
    }

    [Theory]
    [InlineData("[Handles] void Go(LedgerRef to) { to.Tell(\"now\"); _ = to.BookAsync(1); }")]
    [InlineData("[Handles(Reentrant = true)] async Task Go(LedgerRef to) { await to.BookAsync(1); }")]
    [InlineData("[Handles] Deferred<int> Go(LedgerRef to) => Deferred.Run(async ct => await to.BookAsync(1, ct));")]
    [InlineData("[Handles] void Go(LedgerRef to) { Task.Run(async () => await to.BookAsync(1)); }")]
    [InlineData("[Handles] async Task Go(LedgerRef to) { await to.TellAsync(\"now\"); await to.StopAsync(); await to.RunAsync(l => { }); }")]
    [InlineData("[Handles] async Task Go(ActorContext<AccountRef> c) { await c.System.DisposeAsync(); }")]
    [InlineData("[Handles] async Task Go(HttpRef http) { await http.GetAsync(); } public sealed class HttpRef { public ValueTask<int> GetAsync() => default; }")]
    [InlineData("async Task Help(LedgerRef to) => await to.BookAsync(1);")]
    public void OtherCalls_InAnActor_AreNone(string member)
    {
        GeneratedProgram program = Generate(member);

        Assert.Empty(program.Diagnostics);
        Assert.DoesNotContain("CoerceAsks.g.cs", program.Files.Keys);
    }

    [Fact]
    public void AskOfARefFromAReference_IsAnEdge()
    {
        GeneratedProgram library = TestProject.Of(Ledger).WithName("Library").Generate();
        GeneratedProgram program = TestProject.Of(Account("[Handles] async Task Go(LedgerRef to, ActorContext<AccountRef> c) { await to.BookAsync(1); await c.Spawn(Ledger.Props()).AskAsync(new Entry(1)); }"))
            .WithReferences(library.ToPortableExecutable()).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains(Book, program.Files["CoerceAsks.g.cs"], StringComparison.Ordinal);
        Assert.Contains(Entry, program.Files["CoerceAsks.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratedProgram Generate(string member) => TestProject.Of(Ledger, Account(member)).Generate();

    private static string Account(string member) => $$"""
        namespace Bank
        {
            using Books;
            [Actor] public sealed partial class Account(LedgerRef primary) { public object Primary => primary; [Handles] int Get() => 1; {{member}} }
        }
        """;
}
