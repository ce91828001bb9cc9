using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>COERCE0202.</summary>
public sealed class VisibleStateRuleTests
{
    [Theory]
    [InlineData("public int {|COERCE0202:Count|};")]
    [InlineData("internal readonly int {|COERCE0202:Count|} = 1;")]
    [InlineData("public int {|COERCE0202:A|}, {|COERCE0202:B|};")]
    [InlineData("public int {|COERCE0202:Count|} { get; set; }")]
    [InlineData("internal int {|COERCE0202:Count|} { get; set; }")]
    [InlineData("public List<int> {|COERCE0202:Items|} { get; } = [];")]
    [InlineData("public List<int> {|COERCE0202:Items|} { get; private set; } = [];")]
    [InlineData("private readonly List<int> _items = []; public List<int> {|COERCE0202:Items|} => _items;")]
    [InlineData("public int {|COERCE0202:this|}[int x] { get => x; set { } }")]
    public async Task InstanceMember_ThatOthersReach_IsReported(string member)
        => Assert.All(await ReportsAsync(member), diagnostic => Assert.Contains("past the mailbox", diagnostic.GetMessage()));

    [Theory]
    [InlineData("private static int {|COERCE0202:s_count|};")]
    [InlineData("private static readonly List<int> {|COERCE0202:Items|} = [];")]
    [InlineData("private static int {|COERCE0202:Count|} { get; set; }")]
    [InlineData("private static List<int> {|COERCE0202:Items|} { get; } = [];")]
    [InlineData("public static int {|COERCE0202:Count|};")]
    public async Task StaticMember_ThatChanges_IsReported(string member)
        => Assert.All(await ReportsAsync(member), diagnostic => Assert.Contains("shared by all actors", diagnostic.GetMessage()));

    [Theory]
    [InlineData("private int _count;")]
    [InlineData("int _count;")]
    [InlineData("private int Count { get; set; }")]
    [InlineData("public int Count { get; private set; }")]
    [InlineData("public int Count { get; init; }")]
    [InlineData("public IReadOnlyList<int> Items { get; } = [];")]
    [InlineData("public ActorContext? Context { get; }")]
    [InlineData("public const int Most = 3;")]
    [InlineData("public static readonly TimeSpan Pause = TimeSpan.Zero;")]
    [InlineData("private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> All = new();")]
    [InlineData("public static string Name { get; } = \"\";")]
    [InlineData("public static List<int> Fresh => [];")]
    [InlineData("private sealed class State { public int Count; }")]
    [InlineData("public event Action? Changed { add { } remove { } }")]
    public Task Member_ThatIsTheActorsOwn_IsNotReported(string member) => ReportsAsync(member);

    [Theory]
    [InlineData("class", "protected int {|COERCE0202:Count|};")]
    [InlineData("class", "protected int {|COERCE0202:Count|} { get; set; }")]
    [InlineData("class", "public int {|COERCE0202:Count|} { get; protected set; }")]
    [InlineData("class", "private protected int {|COERCE0202:Count|};")]
    [InlineData("sealed class", "private protected int Count;")]
    public Task Protected_CountsWhereThereMayBeADerivedClass(string kind, string member) => Verify.ReportsAsync($$"""
        #pragma warning disable CS0628, CS0649, CS0169
        [Actor] public {{kind.Replace("class", "partial class", StringComparison.Ordinal)}} Meter { {{member}} [Handles] int On(int m) => m; }
        """);

    [Fact]
    public Task ExplicitImplementationAndOtherClasses_AreNotReported() => Verify.ReportsAsync("""
        public interface ICount { int Count { get; set; } }
        [Actor] public sealed partial class Meter : ICount { int ICount.Count { get; set; } [Handles] int On(int m) => m; }
        public sealed class Plain { public int Count; public static int All; }
        """);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> ReportsAsync(string member) => Verify.ReportsAsync($$"""
        #pragma warning disable CS0169, CS0414, CS0649, CS0067
        [Actor]
        public sealed partial class Meter
        {
            {{member}}
            [Handles] int On(int m) => m;
        }
        """);
}
