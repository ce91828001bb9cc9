using System.Collections.Immutable;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Memory;

/// <summary>After an edit the analyzers report what they would have reported for the edited program in the first place.</summary>
public sealed class EditTests
{
    // Sound, and hanging on the other files in many ways.
    private const string Actors = """
        namespace Bank;

        [Actor(Names.Account, Local = true)]
        public sealed partial class Account(State state)
        {
            private readonly State _state = state;

            [Handles] State Get() => _state;

            [Handles] void On(Message m) => Task.Run(() => _state.ToString());

            [Handles] int On(Note m) => 1;

            [Handles] int On(Tag m) => m.Id;

            [Handles, Subscribes(Names.First)] void On(Opened m) { }
        }

        [Actor(Names.Ledger)]
        public sealed partial class Ledger
        {
            private readonly JournalRef _journal = null!;

            [Handles] async Task Book() { await _journal.WriteAsync(); }

            [Handles, Subscribes(Names.Second)] void On(Closed m) { }
        }

        [Around]
        public sealed class Plain
        {
            public object Make() => Makers.Make();
        }
        """;

    private const string Others = """
        global using Around = System.ObsoleteAttribute;

        namespace Bank;

        public sealed record State(int Sum);
        public sealed record Message(int Amount);
        public sealed record Opened;
        public sealed record Closed;
        public sealed class Note(List<int> numbers) { public int Count() => 1; public int First { get; } = numbers.Count; }
        public sealed class Tag { public int Id { get => 1; set => _ = value; } }
        public static class Names { public const string Account = "account", Ledger = "ledger", First = "opened", Second = "closed"; }
        public static class Makers { public static object Make() => new(); }
        public class Log : TurnInterceptor { public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next) => next.HandleAsync(message); }

        [Actor]
        public sealed partial class Journal
        {
            private JournalRef? _other;
            private LedgerRef _ledger = null!;

            [Handles] async Task Write() { await Task.Yield(); }

            [Handles] async Task Copy() { await _other!.WriteAsync(); }
        }
        """;

    private const string Part = """
        namespace Bank;

        partial class Journal
        {
            [OnStart] void Started(ActorContext<JournalRef> context) { _other = null; }
        }
        """;

    public static TheoryData<string, string, string, string> Edits() => new()
    {
        // A declaration in another file.
        { "COERCE0203", "File1.cs", "record State(int Sum)", "record State(List<int> Sums)" },
        { "COERCE0205", "File1.cs", "record State(int Sum)", "record State(List<int> Sums)" },
        { "COERCE0201", "File1.cs", "record Message(int Amount)", "record Message(int Amount) { public int Count { get; set; } }" },
        { "COERCE0201", "File1.cs", "record Message(int Amount)", "record Message(int[] Amounts)" },
        { "COERCE0401", "File1.cs", "record Closed;", "record Closed(Task By);" },
        { "COERCE0404", "File1.cs", "Account = \"account\"", "Account = \"ledger\"" },
        { "COERCE0033", "File1.cs", "Second = \"closed\"", "Second = \"opened\"" },
        { "COERCE0041", "File1.cs", "Around = System.ObsoleteAttribute", "Around = Coerce.InterceptAttribute<Bank.Log>" },
        { "COERCE0005", "File1.cs", "[Actor]", "" },
        { "COERCE0002", "File1.cs", "public sealed partial class Journal", "public abstract partial class Journal" },
        { "COERCE0202", "File1.cs", "private JournalRef? _other", "public JournalRef? _other" },

        // A body that declares something after all.
        { "COERCE0201", "File1.cs", "Count() => 1", "Count() => numbers.Count" },
        { "COERCE0201", "File1.cs", "set => _ = value", "set => field = value" },

        // A body whose rule looks at others too.
        { "COERCE0303", "File1.cs", "await Task.Yield();", "await _ledger.BookAsync();" },
        { "COERCE0304", "File2.cs", "_other = null", "_other = context.Self" },

        // A body alone.
        { "COERCE0204", "File1.cs", "Make() => new()", "Make() => new Account(new State(1))" },
        { "COERCE0301", "File1.cs", "await Task.Yield();", "Thread.Sleep(1);" },
        { "COERCE0302", "File2.cs", "_other = null", "async void Later() => await Task.Yield(); Later()" },
        { "COERCE0305", "File0.cs", "await _journal.WriteAsync();", "_journal?.WriteAsync(); await Task.Yield();" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Program_EditedAndBack_IsAsFromScratch(string id, string path, string before, string after)
    {
        EditedProgram program = Program();
        Assert.Empty(await program.ReportsAsync());

        program.Edit(path, before, after);
        Assert.Contains(await program.ReportsAsync(), report => report.Contains(id, StringComparison.Ordinal));

        program.Edit("File1.cs", "record Opened;", "record Opened; // Said.");
        Assert.Contains(await program.ReportsAsync(), report => report.Contains(id, StringComparison.Ordinal));

        program.Edit(path, after.Length == 0 ? "\npublic sealed partial class Journal" : after, after.Length == 0 ? $"\n{before}\npublic sealed partial class Journal" : before);
        Assert.Empty(await program.ReportsAsync());
    }

    [Fact]
    public async Task Program_EditedAgainAndAgain_IsAsFromScratch()
    {
        EditedProgram program = Program();
        await program.ReportsAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string id, string path, string before, string after) in Edits().Select(row => row.Data))
        {
            // Some are edits of the same place, of which the first one stays; some would hide the others.
            if (id is "COERCE0002" or "COERCE0005" or "COERCE0202") continue;
            if (!program.Input.SyntaxTrees.Single(tree => tree.FilePath == path).ToString().Contains(before, StringComparison.Ordinal)) continue;

            program.Edit(path, before, after);
            Assert.Contains(await program.ReportsAsync(), report => report.Contains(id, StringComparison.Ordinal));
            seen.Add(id);
        }

        Assert.InRange(seen.Count, 9, int.MaxValue);
    }

    [Fact]
    public async Task Pragma_AddedAndRemoved_IsAsFromScratch()
    {
        EditedProgram program = Program();
        program.Edit("File1.cs", "record Message(int Amount)", "record Message(int[] Amounts)");
        Assert.Contains("| False |", Assert.Single(await program.ReportsAsync()), StringComparison.Ordinal);

        program.Edit("File0.cs", "namespace Bank;", "namespace Bank;\n#pragma warning disable COERCE0201");
        Assert.Contains("| True |", Assert.Single(await program.ReportsAsync()), StringComparison.Ordinal);

        program.Edit("File0.cs", "#pragma warning disable COERCE0201", "");
        Assert.Contains("| False |", Assert.Single(await program.ReportsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsAndFiles_Changed_AreAsFromScratch()
    {
        const string Entry = "static class Entry { static void Main() { } }";
        const string Protocol = "public abstract record Command; public sealed record Go : Command;";
        const string Handler = "[Actor] public sealed partial class Walker { [Handles] void On(Command m) { } }";
        var program = new EditedProgram(TestProject.Of(Entry, Protocol, Handler, "[Actor] public sealed partial class Idle { [Handles] int Get() => 1; [Handles] void On(Stop m) { } } public sealed record Stop : Command;"));
        Assert.Empty(await program.ReportsAsync());

        program.Edit(input => input.WithOptions(input.Options.WithOutputKind(OutputKind.ConsoleApplication)));
        Assert.Empty(await program.ReportsAsync());

        SyntaxTree walker = program.Input.SyntaxTrees.Single(tree => tree.FilePath == "File2.cs");
        program.Edit(input => input.RemoveSyntaxTrees(walker));
        ImmutableArray<string> without = await program.ReportsAsync();

        program.Edit(input => input.AddSyntaxTrees(walker));
        Assert.Empty(await program.ReportsAsync());

        // What is generated is nobody's actor.
        program.Edit("File2.cs", "[Actor]", "// <auto-generated/>\n[Actor]");
        await program.ReportsAsync();

        program.Edit("File1.cs", "Go : Command", "Go : Command { public int Steps { get; set; } }");
        await program.ReportsAsync();
        Assert.All(without, report => Assert.Contains("COERCE", report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reference_Changed_IsAsFromScratch()
    {
        MetadataReference sound = Library("public sealed record Letter(string Text);");
        MetadataReference mutable = Library("public sealed class Letter { public string? Text { get; set; } }");
        var program = new EditedProgram(TestProject.Of("[Actor] public sealed partial class Box { [Handles] void On(Letter m) { } }").WithReferences(sound));
        Assert.Empty(await program.ReportsAsync());

        program.Edit(input => input.ReplaceReference(sound, mutable));
        Assert.Contains("COERCE0201", Assert.Single(await program.ReportsAsync()), StringComparison.Ordinal);

        program.Edit(input => input.ReplaceReference(mutable, sound));
        Assert.Empty(await program.ReportsAsync());

        static MetadataReference Library(string source) => TestProject.Of(source).WithName("Library").Generate().ToPortableExecutable();
    }

    private static EditedProgram Program() => new(TestProject.Of(Actors, Others, Part));
}
