using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Behaviors;

/// <summary>Programs with behaviours. Each broken one has exactly the diagnostics that are marked, and none of the compiler's own.</summary>
public sealed class BehaviorCorpusTests
{
    private const string Messages = """
        public sealed record Add(int Amount);
        public sealed record Pay(int Amount);
        public sealed record Ship(string To);
        public static class Use
        {
            public static async Task<int> Run(ActorSystem system)
            {
                OrderRef order = system.Spawn(Order.Props(), "o");
                order.Tell(new Add(1));
                int n = await order.AskAsync(new Pay(1));
                return n;
            }
        }

        """;

    // The behaviours of an actor Order that has these two messages at least.
    private static string Actor(string members) => $$"""
        {{Messages}}
        [Actor]
        public sealed partial class Order
        {
            {{members}}
        }
        """;

    [Theory]
    [InlineData("""
        [Behavior(Initial = true)]
        private sealed partial class {|COERCE0111:Open|}(Order order)
        {
            [Handles] int On(Add m) => m.Amount;
            [Handles] int On(Pay m) { order.Become(new Paid(order)); return 1; }
        }

        [Behavior]
        private sealed partial class {|COERCE0111:Paid|}(Order order)
        {
            [Handles] int On(Pay m) { order.Become(new Open(order)); return 1; }
            [Handles] string On(Ship m) => m.To;
        }
        """)]
    [InlineData("""
        [Handles] void Cancel() { }

        [Behavior(Initial = true), Stashes(typeof(Messages.Close))]
        sealed partial class Open { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; }

        [Behavior, Stashes(typeof(Add))]
        sealed partial class {|COERCE0111:Closing|} { [Handles] void Close(int code) { } }
        """)]
    [InlineData("""
        [Behavior(Initial = true)]
        sealed partial class Open { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; [Handles] void On(Terminated m) { } }

        [Behavior]
        sealed partial class {|COERCE0111:Closed|};
        """)]
    public Task Message_LeftByABehaviour_IsReportedThere(string members) => Verify.ReportsAsync(Actor(members));

    [Theory]
    [InlineData("[Behavior] private sealed class {|COERCE0112:Paid|} { [Handles] int On(Pay m) => 1; }")]
    [InlineData("[Behavior] private partial class {|COERCE0112:Paid|} { [Handles] int On(Pay m) => 1; }")]
    [InlineData("[Behavior] class {|COERCE0112:Paid|} { [Handles] int On(Pay m) => 1; }")]
    [InlineData("[Behavior] static class {|COERCE0112:Paid|} { [Handles] static int On(Pay m) => 1; }")]
    [InlineData("[Behavior] abstract partial class {|COERCE0112:Paid|} { [Handles] int On(Pay m) => 1; }")]
    [InlineData("[Behavior] sealed partial record {|COERCE0112:Paid|} { [Handles] int On(Pay m) => 1; }")]
    [InlineData("[Behavior] sealed partial class {|COERCE0112:Paid|}<T> { [Handles] int On(Pay m) => 1; }")]
    [InlineData("partial class Inner { [Behavior] public sealed partial class {|COERCE0112:Paid|} { [Handles] int On(Pay m) => 1; } }")]
    [InlineData("[{|COERCE0112:Stashes(typeof(Pay))|}] sealed partial class Paid { }")]
    [InlineData("sealed class Plain { [Handles] int {|COERCE0005:On|}(Pay m) => 1; }")]
    [InlineData("[Behavior, Stashes(typeof(Add), typeof(Pay))] sealed partial class Paid { [OnStart] void {|COERCE0005:Begin|}() { } }")]
    public Task Class_ThatIsNoBehaviour_IsTheOnlyDiagnostic(string other) => Verify.ReportsAsync(Actor($$"""
        [Behavior(Initial = true)]
        private sealed partial class Open
        {
            [Handles] int On(Add m) => 1;
            [Handles] int On(Pay m) => 1;
        }

        {{other}}
        """));

    [Theory]
    [InlineData("private sealed class {|COERCE0112:Paid|} { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; }", "new Paid()")]
    [InlineData("private sealed partial record {|COERCE0112:Paid|}(int N) { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; }", "new Paid(1)")]
    [InlineData("private sealed partial class {|COERCE0112:Paid|}<T> { [Handles] int On(Pay m) => 1; }", "new Paid<int>()")]
    public Task Become_OfWhatIsNoBehaviour_AddsNoError(string other, string made) => Verify.ReportsAsync(Actor($$"""
        [Behavior(Initial = true)]
        private sealed partial class Open(Order order)
        {
            [Handles] int On(Add m) { order.Become({{made}}); return 1; }
            [Handles] int On(Pay m) => 1;
        }

        [Behavior] {{other}}
        """));

    [Fact]
    public Task Behavior_OutsideOfAnActor_IsTheOnlyDiagnostic() => Verify.ReportsAsync("""
        [Behavior(Initial = true)]
        public sealed partial class {|COERCE0112:Open|} { [Handles] int On(int m) => m; }

        [Actor, Behavior]
        public sealed partial class {|COERCE0112:Both|} { [Handles] int On(int m) => m; }
        """);

    [Theory]
    [InlineData("{|COERCE0113:Order|}", "[Behavior]", "Open", "[Behavior]", "Paid")]
    [InlineData("Order", "[Behavior(Initial = true)]", "Open", "[Behavior(Initial = true)]", "{|COERCE0113:Paid|}")]
    public Task Initial_NoneOrTwo_IsTheOnlyDiagnostic(string actor, string first, string open, string second, string paid) => Verify.ReportsAsync($$"""
        {{Messages}}
        [Actor]
        public sealed partial class {{actor}}
        {
            {{first}} sealed partial class {{open}}(Order order)
            {
                [Handles] int On(Add m) { order.Become(new Paid(order)); return 1; }
                [Handles] int On(Pay m) => 1;
            }

            {{second}} sealed partial class {{paid}}(Order order)
            {
                [Handles] int On(Add m) => 1;
                [Handles] int On(Pay m) { order.Become(new Open(order)); return 1; }
            }
        }
        """);

    [Theory]
    [InlineData("(Order order, int {|COERCE0114:n|}) { public int N => n + order.GetHashCode();")]
    [InlineData("(ActorContext<OtherRef> {|COERCE0114:context|}) { public object C => context;")]
    [InlineData("(string {|COERCE0114:name|}) { public string Name => name;")]
    [InlineData(" { public Open(ref Order {|COERCE0114:order|}) { }")]
    [InlineData(" { public required int {|COERCE0114:N|} { get; init; }")]
    public Task InitialConstructor_ThatNobodyCanCall_IsTheOnlyDiagnostic(string behavior) => Verify.ReportsAsync(Actor($$"""
        [Behavior(Initial = true)]
        private sealed partial class Open{{behavior}}
            [Handles] int On(Add m) => 1;
            [Handles] int On(Pay m) => 1;
        }
        """) + " [Actor] public sealed partial class Other { [Handles] int On(int m) => m; }");

    [Theory]
    [InlineData("private Open() { } public static Open New() => new();")]
    [InlineData("public Open() { } public Open(Order order) { }")]
    public Task InitialConstructor_NoneOrSeveral_IsTheOnlyDiagnostic(string constructors) => Verify.ReportsAsync(Actor($$"""
        [Behavior(Initial = true)]
        private sealed partial class {|COERCE0114:Open|}
        {
            {{constructors}}
            [Handles] int On(Add m) => 1;
            [Handles] int On(Pay m) => 1;
        }
        """));

    [Theory]
    [InlineData("Stashes({|COERCE0115:typeof(Add)|})", "")]
    [InlineData("Stashes({|COERCE0115:typeof(Messages.Close)|})", "[Handles] void Close() { }")]
    [InlineData("Stashes({|COERCE0115:typeof(Terminated)|})", "")]
    [InlineData("Stashes({|COERCE0115:typeof(ChildFailed)|})", "")]
    [InlineData("Stashes(typeof(Ship), {|COERCE0115:typeof(Ship)|})", "")]
    [InlineData("Stashes(typeof(Ship)), Stashes({|COERCE0115:typeof(Ship)|})", "")]
    [InlineData("Stashes({|COERCE0115:typeof(int)|})", "")]
    [InlineData("Stashes({|COERCE0115:typeof(Order)|}, {|COERCE0115:typeof(List<>)|})", "")]
    public Task Stashed_InVain_IsTheOnlyDiagnostic(string stashes, string own) => Verify.ReportsAsync(Actor($$"""
        {{own}}
        [Behavior(Initial = true), {{stashes}}]
        private sealed partial class Open(Order order)
        {
            [Handles] int On(Add m) { order.Become(new Paid()); return 1; }
            [Handles] int On(Pay m) => 1;
            {{(stashes.Contains("Ship") ? "" : "[Handles] void On(Ship m) { }")}}
        }

        [Behavior, Stashes(typeof(Add))]
        private sealed partial class Paid
        {
            [Handles] int On(Pay m) => 1;
            [Handles] void On(Ship m) { }
        }
        """));

    [Theory]
    [InlineData("int On(Ship m) => 1;", "string {|COERCE0116:On|}(Ship m) => m.To;")]
    [InlineData("int On(Ship m) => 1;", "void {|COERCE0116:On|}(Ship m) { }")]
    [InlineData("int On(Ship m) => 1;", "Task {|COERCE0116:On|}(Ship m) => Task.CompletedTask;")]
    [InlineData("string? On(Ship m) => null;", "string {|COERCE0116:On|}(Ship m) => m.To;")]
    [InlineData("int On(Ship m) => 1;", "async IAsyncEnumerable<int> {|COERCE0116:On|}(Ship m) { await Task.Yield(); yield return 1; }")]
    [InlineData("(int A, int B) On(Ship m) => default;", "(int X, int Y) {|COERCE0116:On|}(Ship m) => default;")]
    [InlineData("int Go(int n) => n;", "int {|COERCE0116:Go|}(long n) => 1;")]
    [InlineData("int Go(int n) => n;", "int {|COERCE0116:Go|}(int m) => m;")]
    [InlineData("int Go(int n) => n;", "int {|COERCE0116:GoAsync|}() => 1;")]
    public Task Handlers_ThatDiffer_AreTheOnlyDiagnostic(string first, string second) => Verify.ReportsAsync(Actor($$"""
        [Behavior(Initial = true)]
        private sealed partial class Open(Order order)
        {
            [Handles] int On(Add m) { order.Become(new Paid()); return 1; }
            [Handles] int On(Pay m) => 1;
            [Handles] {{first}}
        }

        [Behavior]
        private sealed partial class Paid
        {
            [Handles] int On(Add m) => 1;
            [Handles] int On(Pay m) => 1;
            [Handles] {{second}}
        }
        """));

    [Fact]
    public Task Handlers_ThatDiffer_AreNothingToThoseWhoSend() => Verify.ReportsAsync("""
        public static class Use
        {
            public static async Task Run(OrderRef order)
            {
                int n = await order.AskAsync("ship");
                string s = await order.AskAsync("ship");
                int m = await order.GoAsync(1);
                int o = await order.GoAsync(1, 2);
                order.Tell("ship");
                order.Tell(new Order.Messages.Go(1));
            }
        }

        [Actor]
        public sealed partial class Order
        {
            [Behavior(Initial = true)]
            private sealed partial class A { [Handles] int On(string m) => 1; [Handles] int Go(int n) => n; }

            [Behavior]
            private sealed partial class B { [Handles] string {|COERCE0116:On|}(string m) => m; [Handles] int {|COERCE0116:Go|}(int n, int o) => n; }

            [Behavior]
            private sealed partial class C { [Handles] Task<int> On(string m) => Task.FromResult(1); [Handles] int Go(int n) => n; }

            [Behavior, Stashes(typeof(Messages.Go), typeof(string))]
            private sealed partial class D;
        }
        """);

    [Theory]
    [InlineData("int {|COERCE0004:On|}(Add m, CancellationToken token) => 1;", "")]
    [InlineData("int {|COERCE0004:OnAsync|}(Add m) => 1;", "")]
    [InlineData("string {|COERCE0004:Name|}() => \"\";", "[Handles] string Name() => \"\";")]
    [InlineData("static int {|COERCE0003:On|}(Ship m) => 1;", "")]
    [InlineData("int {|COERCE0003:On|}() => 1;", "")]
    [InlineData("int On(Inner {|COERCE0003:m|}) => 1; private sealed class Inner;", "")]
    [InlineData("int On(Ship m, ActorContext<OtherRef> {|COERCE0003:c|}) => 1;", "")]
    [InlineData("int {|COERCE0008:Stop|}() => 1;", "")]
    [InlineData("int {|COERCE0008:Dispatcher|}() => 1; [Handles] void On(Ship m) { }", "")]
    [InlineData("void On(Ship m) { }", "void {|COERCE0008:Become|}() { }")]
    [InlineData("void On(Ship m) { }", "private int {|COERCE0008:Become|} { get; set; }")]
    public Task Handlers_AtFault_AreTheOnlyDiagnostic(string handler, string own) => Verify.ReportsAsync(Actor($$"""
        {{own}}
        [Behavior(Initial = true)]
        private sealed partial class Open
        {
            [Handles] int On(Add m) => 1;
            [Handles] int On(Pay m) => 1;
            [Handles] {{handler}}
        }
        """) + " [Actor] public sealed partial class Other { [Handles] int On(int m) => m; }");

    [Theory]
    [InlineData("public sealed class {|COERCE0001:Order|}")]
    [InlineData("public abstract partial class {|COERCE0002:Order|}")]
    public Task Actor_AtFault_IsTheOnlyDiagnostic(string declaration) => Verify.ReportsAsync($$"""
        {{Messages}}
        [Actor]
        {{declaration}}
        {
            [Behavior(Initial = true), Stashes(typeof(Ship))]
            private sealed partial class Open(Order order)
            {
                [Handles] int On(Add m) { order.Become(new Paid()); return 1; }
                [Handles] int On(Pay m) => 1;
            }

            [Behavior, Stashes(typeof(Add))]
            private sealed partial class Paid
            {
                [Handles] int On(Pay m) => 1;
                [Handles] string On(Ship m) => m.To;
            }
        }
        """);

    [Fact]
    public Task Stashed_UnknownType_IsTheCompilersToReport() => Verify.ReportsAsync(Actor("""
        [Behavior(Initial = true)]
        private sealed partial class Open { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; }

        [Behavior, Stashes(typeof({|CS0246:Nothing|}))]
        private sealed partial class Paid;
        """));

    [Theory]
    [InlineData("StashCapacity = 0", "[Behavior(Initial = true)]", "")]
    [InlineData("StashCapacity = -1", "[Behavior(Initial = true)]", "")]
    [InlineData("StashCapacity = 5, WhenFull = MailboxPolicy.DropOldest", "[Behavior(Initial = true)]", "")]
    [InlineData("StashCapacity = -1, {|COERCE0010:WhenFull = MailboxPolicy.DropOldest|}", "[Behavior(Initial = true)]", "")]
    [InlineData("StashCapacity = 0, {|COERCE0010:WhenFull = MailboxPolicy.DropOldest|}", "[Behavior(Initial = true)]", "")]
    [InlineData("{|COERCE0010:StashCapacity = -2|}", "[Behavior(Initial = true)]", "")]
    [InlineData("{|COERCE0010:StashCapacity = 5|}", "", "COERCE0005")]
    [InlineData("MailboxCapacity = 3", "[Behavior(Initial = true)]", "COERCE0010")]
    public Task Settings_OfBehaviours_TakeEffectOrAreReported(string settings, string attribute, string reported) => Verify.ReportsAsync($$"""
        [Actor({{settings}})]
        public sealed partial class Order
        {
            [Handles] int Get() => 1;

            {{attribute}}
            private sealed partial class Open
            {
                [Handles{{(reported == "COERCE0010" ? "({|COERCE0010:Reentrant = true|})" : "")}}] int {{(reported == "COERCE0005" ? "{|COERCE0005:On|}" : "On")}}(int m) => m;
            }
        }
        """);

    [Fact]
    public Task GenericActor_ThatStashesOpenForms_IsNotReported() => Verify.ReportsAsync("""
        public sealed record Put<T>(T Value);

        [Actor]
        public sealed partial class Store<T>
        {
            [Behavior(Initial = true), Stashes(typeof(Put<>), typeof(Store<>.Messages.Take))]
            private sealed partial class Shut(Store<T> store) { [Handles] void Open() => store.Become(new Opened()); }

            [Behavior]
            private sealed partial class Opened { [Handles] void Open() { } [Handles] int On(Put<T> m) => 1; [Handles] T? Take() => default; }
        }

        public static class Use
        {
            public static async Task<int> Run(StoreRef<string> store)
            {
                string? taken = await store.TakeAsync();
                return await store.AskAsync(new Put<string>("a")) + (taken?.Length ?? 0);
            }
        }
        """);

    [Fact]
    public async Task MessageLeft_Says_WhichAndWhere()
    {
        var reported = await Verify.ReportsAsync(Actor("""
            [Behavior(Initial = true)]
            sealed partial class Open { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; [Handles] void Close(int code) { } }

            [Behavior]
            sealed partial class {|COERCE0111:Closed|} { [Handles] int On(Pay m) => 1; }
            """));

        Assert.Equal(
            "The behaviour 'Closed' of 'Order' neither handles nor stashes Add, Close: add handlers, or name them in [Stashes]",
            Assert.Single(reported).GetMessage());
    }

    [Fact]
    public Task Pragma_AroundTheBehaviour_Disables() => Verify.ReportsAsync(Actor("""
        [Behavior(Initial = true)]
        sealed partial class Open { [Handles] int On(Add m) => 1; [Handles] int On(Pay m) => 1; }
        #pragma warning disable COERCE0111
        [Behavior]
        sealed partial class Closed { [Handles] int On(Pay m) => 1; }
        """));
}
