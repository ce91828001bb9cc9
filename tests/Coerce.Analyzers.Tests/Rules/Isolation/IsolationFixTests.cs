using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>The fixes of COERCE0201, COERCE0202 and COERCE0203.</summary>
public sealed class IsolationFixTests
{
    [Theory]
    [InlineData("List<string>", "ImmutableArray<string>")]
    [InlineData("IList<string>?", "ImmutableArray<string>?")]
    [InlineData("string[]", "ImmutableArray<string>")]
    [InlineData("System.Collections.Generic.List<int>", "ImmutableArray<int>")]
    [InlineData("Dictionary<string, int>", "ImmutableDictionary<string, int>")]
    [InlineData("HashSet<Guid>", "ImmutableHashSet<Guid>")]
    public Task Immutable_MemberOfAMessage_TakesTheType(string before, string after) => Verify.FixesAsync(new SendImmutableFix(), $$"""
        using System.IO;

        // The order.
        public sealed record Order(int Id, {{before}} /* what */ Lines);

        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } }
        """, $$"""
        using System.Collections.Immutable;
        using System.IO;

        // The order.
        public sealed record Order(int Id, {{after}} /* what */ Lines);

        [Actor] public sealed partial class Packer { [Handles] void On(Order m) { } }
        """);

    [Theory]
    [InlineData("List<string>", "IReadOnlyList<string>")]
    [InlineData("string[]?", "IReadOnlyList<string>?")]
    [InlineData("IDictionary<string, int>", "IReadOnlyDictionary<string, int>")]
    [InlineData("ISet<int>", "IReadOnlySet<int>")]
    public Task ReadOnly_ParameterOfAHandler_TakesTheType(string before, string after) => Verify.FixesAsync(new SendReadOnlyFix(), $$"""
        [Actor] public sealed partial class Packer { [Handles] void Pack(int id, {|COERCE0201:{{before}}|} lines) { } }
        """, $$"""
        [Actor] public sealed partial class Packer { [Handles] void Pack(int id, {{after}} lines) { } }
        """);

    [Fact]
    public Task Immutable_CallSites_AreCollectionExpressions() => Verify.FixesAsync(new SendImmutableFix(),
    [
        """
        public sealed record Order(int Id, List<string> Lines);
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } }
        """,
        """
        public static class Sender
        {
            public static void Send(PackerRef packer, List<string> lines)
            {
                packer.Tell(new Order(1, new List<string> { "a", "b" }));
                packer.Tell(new Order(2, new() { "a" }));
                packer.Tell(new Order(Lines: new List<string>(), Id: 3));
                packer.Tell(new(4, ["a"]));
                packer.Tell(new Order(5, lines));
            }
        }
        """,
    ],
    [
        """
        using System.Collections.Immutable;

        public sealed record Order(int Id, ImmutableArray<string> Lines);
        [Actor] public sealed partial class Packer { [Handles] void On(Order m) { } }
        """,
        """
        public static class Sender
        {
            public static void Send(PackerRef packer, List<string> lines)
            {
                packer.Tell(new Order(1, ["a", "b"]));
                packer.Tell(new Order(2, ["a"]));
                packer.Tell(new Order(Lines: [], Id: 3));
                packer.Tell(new(4, ["a"]));
                packer.Tell(new Order(5, [.. lines]));
            }
        }
        """,
    ]);

    [Fact]
    public Task Immutable_CallSitesOfAMethodStyleHandler_AreCollectionExpressions() => Verify.FixesAsync(new SendImmutableFix(),
    [
        """
        [Actor] public sealed partial class Packer
        {
            [Handles] int Pack(int id, {|COERCE0201:List<string>|} lines) => string.Concat(lines).Length + id;

            [Handles] int Twice(int id) => 2 * Pack(id, new List<string> { "a" });
        }
        """,
        """
        public static class Sender
        {
            public static async Task Send(PackerRef packer, PackerRef? other, List<string> lines)
            {
                await packer.PackAsync(1, new List<string> { "a", "b" });
                await packer.PackAsync(lines: new() { "a" }, id: 2);
                await packer.PackAsync(3, lines, CancellationToken.None);
                await packer.PackAsync(4, ["a"]);
                if (other?.PackAsync(5, lines) is { } sent) await sent;
                packer.Tell(new Packer.Messages.Pack(6, lines));
                packer.Tell(new Packer.Messages.Pack(Lines: new List<string>(), Id: 7));
                await packer.TwiceAsync(8);
                Pack(9, lines);
            }

            private static void Pack(int id, List<string> lines) { }
        }
        """,
    ],
    [
        """
        using System.Collections.Immutable;

        [Actor] public sealed partial class Packer
        {
            [Handles] int Pack(int id, ImmutableArray<string> lines) => string.Concat(lines).Length + id;

            [Handles] int Twice(int id) => 2 * Pack(id, ["a"]);
        }
        """,
        """
        public static class Sender
        {
            public static async Task Send(PackerRef packer, PackerRef? other, List<string> lines)
            {
                await packer.PackAsync(1, ["a", "b"]);
                await packer.PackAsync(lines: ["a"], id: 2);
                await packer.PackAsync(3, [.. lines], CancellationToken.None);
                await packer.PackAsync(4, ["a"]);
                if (other?.PackAsync(5, [.. lines]) is { } sent) await sent;
                packer.Tell(new Packer.Messages.Pack(6, [.. lines]));
                packer.Tell(new Packer.Messages.Pack(Lines: [], Id: 7));
                await packer.TwiceAsync(8);
                Pack(9, lines);
            }

            private static void Pack(int id, List<string> lines) { }
        }
        """,
    ]);

    [Fact]
    public Task ReadOnly_CallSites_StayButForThoseWithoutAType() => Verify.FixesAsync(new SendReadOnlyFix(), """
        public sealed record Order(int Id, List<string> Lines);
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } }
        public static class Sender
        {
            public static void Send(PackerRef packer, List<string> lines)
            {
                packer.Tell(new Order(1, new List<string> { "a", "b" }));
                packer.Tell(new Order(2, new() { "a" }));
                packer.Tell(new Order(5, lines));
            }
        }
        """, """
        public sealed record Order(int Id, IReadOnlyList<string> Lines);
        [Actor] public sealed partial class Packer { [Handles] void On(Order m) { } }
        public static class Sender
        {
            public static void Send(PackerRef packer, List<string> lines)
            {
                packer.Tell(new Order(1, new List<string> { "a", "b" }));
                packer.Tell(new Order(2, ["a"]));
                packer.Tell(new Order(5, lines));
            }
        }
        """);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Immutable_All_EachMemberOnce(FixAllScope scope) => Verify.FixesAllAsync(new SendImmutableFix(), scope,
    [
        """
        public sealed record Order(List<string> Lines) { public int[] Numbers { get; init; } = []; }
        public sealed record Basket(Order Order, List<int> Counts);
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } [Handles] void On({|COERCE0201:Basket|} m) { } [Handles] void Put({|COERCE0201:List<int>|} m) { } }
        """,
    ],
    [
        """
        using System.Collections.Immutable;

        public sealed record Order(ImmutableArray<string> Lines) { public int[] Numbers { get; init; } = []; }
        public sealed record Basket(Order Order, List<int> Counts);
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } [Handles] void On({|COERCE0201:Basket|} m) { } [Handles] void Put(ImmutableArray<int> m) { } }
        """,
    ]);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task ReadOnly_All_EachMemberOnce(FixAllScope scope) => Verify.FixesAllAsync(new SendReadOnlyFix(), scope,
    [
        """
        public sealed record Order(List<string> Lines);
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } [Handles] void Put({|COERCE0201:List<int>|} m) { } }
        [Actor] public sealed partial class Second { [Handles] void On({|COERCE0201:Order|} m) { } }
        """,
    ],
    [
        """
        public sealed record Order(IReadOnlyList<string> Lines);
        [Actor] public sealed partial class Packer { [Handles] void On(Order m) { } [Handles] void Put(IReadOnlyList<int> m) { } }
        [Actor] public sealed partial class Second { [Handles] void On(Order m) { } }
        """,
    ]);

    [Theory]
    [InlineData("[Handles] void On({|COERCE0201:Queue<int>|} m) { }")]
    [InlineData("[Handles] void On({|COERCE0201:List<int[]>|} m) { }")]
    [InlineData("[Handles] void On({|COERCE0201:int[,]|} m) { }")]
    [InlineData("[Handles] void On({|COERCE0201:object|} m) { }")]
    [InlineData("[Handles] void On({|COERCE0201:Func<int>|} m) { }")]
    [InlineData("[Handles] void Put(params {|COERCE0201:int[]|} m) { }")]
    public async Task Immutable_WhereNothingStandsForIt_IsNotOffered(string handler)
    {
        await Verify.OffersNothingAsync(new SendImmutableFix(), $"[Actor] public sealed partial class Meter {{ {handler} }}");
        await Verify.OffersNothingAsync(new SendReadOnlyFix(), $"[Actor] public sealed partial class Meter {{ {handler} }}");
    }

    [Theory]
    [InlineData("{ get; set; }", "{ get; init; }")]
    [InlineData("{ get; internal set; } = 1;", "{ get; internal init; } = 1;")]
    public Task Init_PropertyThatCanBeSet_CanNoMore(string before, string after) => Verify.FixesAsync(new MakeInitFix(), $$"""
        public sealed record Order(string Id) { public int Count {{before}} }
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } }
        """, $$"""
        public sealed record Order(string Id) { public int Count {{after}} }
        [Actor] public sealed partial class Packer { [Handles] void On(Order m) { } }
        """);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Init_All_EachPropertyOnce(FixAllScope scope) => Verify.FixesAllAsync(new MakeInitFix(), scope,
    [
        """
        public sealed record Order(string Id) { public int Count { get; set; } }
        [Actor] public sealed partial class First { [Handles] void On({|COERCE0201:Order|} m) { } }
        [Actor] public sealed partial class Second { [Handles] void On({|COERCE0201:Order|} m) { } }
        """,
    ],
    [
        """
        public sealed record Order(string Id) { public int Count { get; init; } }
        [Actor] public sealed partial class First { [Handles] void On(Order m) { } }
        [Actor] public sealed partial class Second { [Handles] void On(Order m) { } }
        """,
    ]);

    [Theory]
    [InlineData("public sealed class Order { public int Count; }")]
    [InlineData("public interface Order { int Count { get; set; } }")]
    public Task Init_WhereThereIsNoSuchProperty_IsNotOffered(string message) => Verify.OffersNothingAsync(new MakeInitFix(), $$"""
        {{message}}
        [Actor] public sealed partial class Packer { [Handles] void On({|COERCE0201:Order|} m) { } }
        """);

    [Theory]
    [InlineData("public int {|COERCE0202:Count|};", "private int Count;")]
    [InlineData("internal readonly int {|COERCE0202:Count|} = 1;", "private readonly int Count = 1;")]
    [InlineData("public int {|COERCE0202:Count|} { get; set; }", "private int Count { get; set; }")]
    [InlineData("protected internal int {|COERCE0202:Count|} { get; internal set; }", "private int Count { get; set; }")]
    public Task Private_MemberThatOnlyTheActorUses_IsMadeSo(string before, string after) => Verify.FixesAsync(
        new MakeStatePrivateFix(), Counter("// Counts.\n    " + before), Counter("// Counts.\n    " + after));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Private_All_AreMadeSo(FixAllScope scope) => Verify.FixesAllAsync(
        new MakeStatePrivateFix(),
        scope,
        [Counter("public int {|COERCE0202:Count|}; internal int {|COERCE0202:Other|} { get; set; }")],
        [Counter("private int Count; private int Other { get; set; }")]);

    [Theory]
    [InlineData("public int {|COERCE0202:Count|} { get; set; }", "reference.RunAsync(m => m.Count);")]
    [InlineData("public int Count => 1; public int {|COERCE0202:A|}, {|COERCE0202:B|};", "")]
    [InlineData("public int Count => s_count; private static int {|COERCE0202:s_count|} = 1;", "")]
    public Task Private_MemberThatOthersNeed_IsNotOffered(string member, string use) => Verify.OffersNothingAsync(
        new MakeStatePrivateFix(), Counter(member), $"public static class Program {{ public static void Run(MeterRef reference) {{ {use} }} }}");

    [Theory]
    [InlineData("List<string> Get() => {|COERCE0203:_tags|};", "List<string> Get() => [.. _tags];")]
    [InlineData("IReadOnlyList<string> Get() => {|COERCE0203:_tags|}; // all", "IReadOnlyList<string> Get() => [.. _tags]; // all")]
    [InlineData("async Task<string[]> Get() { await Task.Yield(); return {|COERCE0203:_array|}; }", "async Task<string[]> Get() { await Task.Yield(); return [.. _array]; }")]
    [InlineData("IEnumerable<string> Get() { return {|COERCE0203:this._tags|}; }", "IEnumerable<string> Get() { return [.. this._tags]; }")]
    public Task Copy_Reply_IsACollectionExpression(string before, string after) => Verify.FixesAsync(
        new CopyStateFix(), Tagged("[Handles] " + before), Tagged("[Handles] " + after));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Copy_All_AreCollectionExpressions(FixAllScope scope) => Verify.FixesAllAsync(
        new CopyStateFix(),
        scope,
        [Tagged("[Handles] List<string> Get() => {|COERCE0203:_tags|}; [Handles] IReadOnlyList<string> All() => {|COERCE0203:_array|};")],
        [Tagged("[Handles] List<string> Get() => [.. _tags]; [Handles] IReadOnlyList<string> All() => [.. _array];")]);

    [Theory]
    [InlineData("[Handles] Task<List<string>> Get() => Task.FromResult({|COERCE0203:_tags|});")]
    [InlineData("[Handles] List<int[]> Get() => {|COERCE0203:_deep|};")]
    [InlineData("[Handles] IReadOnlyDictionary<string, int> Get() => {|COERCE0203:_map|};")]
    [InlineData("[Handles] HashSet<string> Get() => {|COERCE0203:_set|};")]
    public Task Copy_WhereItWouldNotDo_IsNotOffered(string handler) => Verify.OffersNothingAsync(new CopyStateFix(), Tagged(handler));

    private static string Counter(string member) => $$"""
        #pragma warning disable CS0649, CS0169, CS9035, CS0414, CS0628
        [Actor]
        public sealed partial class Meter
        {
            {{member}}

            [Handles] int Read() => Count;
        }
        """;

    private static string Tagged(string handler) => $$"""
        [Actor]
        public sealed partial class Tagged
        {
            private readonly List<string> _tags = [];
            private readonly string[] _array = [];
            private readonly List<int[]> _deep = [];
            private readonly Dictionary<string, int> _map = [];
            private readonly HashSet<string> _set = [];

            {{handler}}
            [Handles] int On(int m) => _tags.Count + _array.Length + _deep.Count + _map.Count + _set.Count;
        }
        """;
}
