using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class HandlerSignatureRuleTests
{
    [Theory]
    [InlineData("[Handles] static void {|COERCE0003:On|}(int m) { }", "remove 'static'")]
    [InlineData("[Handles] void {|COERCE0003:On|}<T>(T m) { }", "generic")]
    [InlineData("[Handles] void On(ref int {|COERCE0003:m|}) { }", "parameter 'm' is a reference")]
    [InlineData("[Handles] void Read(out int {|COERCE0003:total|}) => total = 0;", "return what changes")]
    [InlineData("[Handles] void On(ref readonly int {|COERCE0003:m|}) { }", "by value")]
    [InlineData("[Handles] ref int {|COERCE0003:Total|}() => ref _total;", "return the value")]
    [InlineData("[Handles] ref readonly int {|COERCE0003:Total|}() => ref _total;", "return the value")]
    [InlineData("[Handles] void On(Span<int> {|COERCE0003:m|}) { }", "'Span<int>' lives on the stack")]
    [InlineData("[Handles] ReadOnlySpan<int> {|COERCE0003:Total|}() => default;", "'ReadOnlySpan<int>' lives on the stack")]
    [InlineData("[Handles] unsafe void On(int* {|COERCE0003:m|}) { }", "'int*' is a pointer")]
    [InlineData("[Handles] unsafe void On(delegate*<void> {|COERCE0003:m|}) { }", "is a pointer")]
    [InlineData("[Handles] void On(dynamic {|COERCE0003:m|}) { }", "name the type instead of 'dynamic'")]
    [InlineData("[Handles] Task<List<dynamic>> {|COERCE0003:Get|}() => null!;", "name the type instead of 'dynamic'")]
    [InlineData("[Handles] void {|COERCE0003:On|}() { }", "takes its message as a parameter")]
    [InlineData("[Handles] void {|COERCE0003:OnAsync|}(CancellationToken ct) { }", "a handler named 'OnAsync' takes its message")]
    [InlineData("[Handles] void {|COERCE0003:On|}(int a, string b) { }", "takes one message")]
    [InlineData("[Handles] IAsyncEnumerator<int> {|COERCE0003:All|}() => null!;", "'IAsyncEnumerator<int>' is no stream that others could read")]
    [InlineData("[Handles] Deferred<IAsyncEnumerable<int>> {|COERCE0003:All|}() => null!;", "is no stream that others could read")]
    [InlineData("[Handles] Task<Deferred<int>> {|COERCE0003:All|}() => null!;", "waits for what comes later anyway")]
    [InlineData("[Handles] Task<IAsyncEnumerable<int>> {|COERCE0003:All|}() => null!;", "is no stream that others could read")]
    [InlineData("[Handles] void On(Secret {|COERCE0003:m|}) { }", "'Meter.Secret' cannot be seen by those who use 'MeterRef'")]
    [InlineData("[Handles] List<Secret> {|COERCE0003:Get|}() => null!;", "make it internal or public")]
    [InlineData("[Handles] void On(Inherited {|COERCE0003:m|}) { }", "cannot be seen")]
    [InlineData("[Handles] void On(int m, ActorContext<MeterRef> a, ActorContext<MeterRef> {|COERCE0003:b|}) { }", "'b' is the second")]
    [InlineData("[Handles] void Get(CancellationToken a, CancellationToken {|COERCE0003:b|}) { }", "'b' is the second")]
    [InlineData("[Handles] void On(int m, ActorContext<OtherRef> {|COERCE0003:context|}) { }", "write 'ActorContext<MeterRef>'")]
    [InlineData("[Handles] int IFormatter.{|COERCE0003:Format|}(int m) => m;", "explicitly")]
    [InlineData("int Total { [Handles] {|COERCE0003:get|} => _total; }", "not an ordinary method")]
    [InlineData("[Handles] ~{|COERCE0003:Meter|}() { }", "not an ordinary method")]
    [InlineData("[Handles] public static Meter operator {|COERCE0003:+|}(Meter a, int b) => a;", "not an ordinary method")]
    public async Task Handler_ThatCannotBeCalled_IsTheOnlyDiagnostic(string handler, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            public interface IFormatter { int Format(int value) => value; }
            public class Base { protected class Inherited; }
            [Actor] public sealed partial class Other { [Handles] void On(int m) { } }

            [Actor]
            public sealed partial class Meter : Base, IFormatter
            {
                private int _total;
                private class Secret;
                [Handles] int On(double sound) => _total += (int)sound;
                {{handler}}
            }

            public static class Program
            {
                public static async Task<int> Run(ActorSystem system)
                {
                    MeterRef meter = system.Spawn(Meter.Props(), "meter");
                    meter.Tell(1);
                    meter.Tell("unknown, but that is not known yet");
                    return await meter.AskAsync(2.0);
                }
            }
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("[Handles] void On(in int m) { }")]
    [InlineData("[Handles] void On(ActorContext<MeterRef> context, int m, CancellationToken ct, [FromServices] IFormatProvider f) { }")]
    [InlineData("[Handles] Task OnAsync(int m) => Task.CompletedTask;")]
    [InlineData("[Handles] Task<int> OnAsync(int m) => Task.FromResult(m);")]
    [InlineData("[Handles] ValueTask Get() => default;")]
    [InlineData("[Handles] Deferred<int> Get() => new();")]
    [InlineData("[Handles] Deferred<int?> On(string m, CancellationToken ct) => new();")]
    [InlineData("[Handles] IAsyncEnumerable<int> Get(int from) => null!;")]
    [InlineData("[Handles] IAsyncEnumerable<string?> On(string m, CancellationToken ct) => null!;")]
    [InlineData("[Handles] ValueTask<int> Get(int a, string? b, [Transfers] params int[] more) => default;")]
    [InlineData("[Handles] (MeterRef Self, int?[] Values)? Get(IReadOnlyList<MeterRef> others) => null;")]
    [InlineData("[Handles] void On(Hidden m) { }")]
    [InlineData("[Handles] void Get(in Guid id, ReadOnlyMemory<byte> data) { }")]
    public Task Handler_ThatCanBeCalled_IsNotReported(string handler) => Verify.ReportsAsync($$"""
        internal class Hidden;

        [Actor]
        public sealed partial class Meter
        {
            {{handler}}
        }
        """);

    [Fact]
    public Task Handler_OfPrivateMessageInPrivateActor_IsNotReported() => Verify.ReportsAsync("""
        public partial class Plant
        {
            private sealed record Reading(int Value);

            [Actor]
            private sealed partial class Meter
            {
                [Handles] void On(Reading m) { }
            }
        }
        """);

    [Fact]
    public Task Handler_OfGenericActor_MayUseItsTypeParameters() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Cache<T>
        {
            [Handles] void On(T m, ActorContext<CacheRef<T>> context) { }
            [Handles] void Join(CacheRef<T> other) { }
        }
        """);

    [Fact]
    public Task Handler_WithContextOfAnotherConstruction_IsReported() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Cache<T>
        {
            [Handles] void On(string m, ActorContext<CacheRef<int>> {|COERCE0003:context|}) { }
        }
        """);

    [Fact]
    public Task Handler_WithTypeThatDoesNotExist_IsTheCompilersErrorAlone() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void On({|CS0246:Readng|} m) { }
            [Handles] void On(int m, {|CS0246:ActorContxt<MeterRef>|} context) { }
            [Handles] {|CS0246:Totl|} GetTotal() => null!;
        }
        """);

    [Theory]
    [InlineData("[Handles] void On(int m, ActorContext<{|CS0246:MetrRef|}> context) { }")]
    [InlineData("[OnStart] void Started(ActorContext<{|CS0246:MetrRef|}> context) { } [Handles] void On(int m) { }")]
    [InlineData("public Meter(ActorContext<{|CS0246:MetrRef|}> context) { } [Handles] void On(int m) { }")]
    public Task Context_OfARefThatDoesNotExist_IsTheCompilersErrorAlone(string members) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("public void {|CS0051:On|}(Secret m) { }")]
    [InlineData("internal Secret {|CS0050:Get|}() => null!;")]
    [InlineData("void {|CS9051:On|}(Local m) { }")]
    public Task Message_LessVisibleThanItsMethod_IsTheCompilersErrorAlone(string handler) => Verify.ReportsAsync($$"""
        file class Local;

        [Actor]
        public sealed partial class Meter
        {
            [Handles] {{handler}}
            [Handles] void On(int m) { }
            private class Secret;
        }
        """);

    [Theory]
    [InlineData("", "MeterRef")]
    [InlineData("", "Power.MeterRef")]
    [InlineData("", "global::Power.MeterRef")]
    [InlineData("using Own = Power.MeterRef;", "Own")]
    [InlineData("using P = Power;", "P.MeterRef")]
    public Task Context_OfItsOwnRef_MayBeWrittenInAnyWay(string import, string name) => Verify.ReportsAsync($$"""
        {{import}}

        namespace Power
        {
            [Actor]
            public sealed partial class Meter(ActorContext<{{name}}> own)
            {
                [Handles] bool On(int m, ActorContext<{{name}}> context) => own == context;
                [OnStart] void Started(ActorContext<{{name}}> context) { }
            }
        }
        """);

    [Theory]
    [InlineData("MeterRef")]
    [InlineData("Plant<T>.MeterRef")]
    [InlineData("Power.Plant<T>.MeterRef")]
    public Task Context_OfANestedActor_MayBeWrittenInAnyWay(string name) => Verify.ReportsAsync($$"""
        namespace Power;

        public partial class Plant<T>
        {
            [Actor]
            public sealed partial class Meter
            {
                [Handles] void On(T m, ActorContext<{{name}}> context) { }
            }
        }
        """);

    [Fact]
    public Task Context_OfTheSameNameInAnotherNamespace_IsReported() => Verify.ReportsAsync("""
        namespace Water { [Actor] public sealed partial class Meter { [Handles] void On(int m) { } } }
        namespace Power
        {
            [Actor]
            public sealed partial class Meter
            {
                [Handles] void On(int m, ActorContext<Water.MeterRef> {|COERCE0003:context|}) { }
            }
        }
        """);

    [Theory]
    [InlineData("void Run() { F(1); [Handles] void {|COERCE0003:F|}(int m) { } }")]
    [InlineData("Action<int> Run() => {|COERCE0003:[Handles]|} (int m) => { };")]
    public Task Handler_InsideAMethod_IsReported(string members) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter
        {
            {{members}}
            [Handles] void On(string m) { }
        }
        """);

    [Fact]
    public Task Handler_PartialMethod_IsOneHandler() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] private partial int On(int m);
            private partial int On(int m) => m;
        }
        """);

    [Fact]
    public Task Pragma_AroundTheHandler_Disables() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
        #pragma warning disable COERCE0003
            [Handles] static void On(int m) { }
        #pragma warning restore COERCE0003
        }
        """);

    [Fact]
    public Task Handlers_TwoBroken_GiveTwo() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [Handles] static void {|COERCE0003:On|}(int m) { }
            [Handles] void {|COERCE0003:On|}() { }
        }
        """);

    [Fact]
    public Task Fix_Static_RemovesTheWord() => Verify.FixesAsync(new MakeInstanceFix(), """
        [Actor]
        public sealed partial class Meter
        {
            /// <summary>Twice.</summary>
            [Handles]
            public static /* pure */ int {|COERCE0003:On|}(int m) => 2 * m; // fast

            // nothing else
            [Handles] static void {|COERCE0003:Reset|}() { }
        }
        """, """
        [Actor]
        public sealed partial class Meter
        {
            /// <summary>Twice.</summary>
            [Handles]
            public /* pure */ int On(int m) => 2 * m; // fast

            // nothing else
            [Handles] static void {|COERCE0003:Reset|}() { }
        }
        """);

    [Fact]
    public Task FixAll_Project_RemovesTheWordEverywhere() => Verify.FixesAllAsync(
        new MakeInstanceFix(),
        FixAllScope.Project,
        [
            """
            [Actor]
            public sealed partial class Meter
            {
                [Handles] static int {|COERCE0003:On|}(int m) => m;
                [OnStart] static void {|COERCE0009:Started|}() { }
                [Handles] void {|COERCE0003:On|}() { }
            }
            """,
            """
            [Actor]
            public sealed partial class Valve
            {
                [Handles]
                static int {|COERCE0003:On|}(int m) => m;
            }
            """,
        ],
        [
            """
            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
                [OnStart] void Started() { }
                [Handles] void {|COERCE0003:On|}() { }
            }
            """,
            """
            [Actor]
            public sealed partial class Valve
            {
                [Handles]
                int On(int m) => m;
            }
            """,
        ]);

    [Fact]
    public Task FixAll_ForeignContexts_BecomeTheActorsOwn() => Verify.FixesAllAsync(
        new OwnContextFix(),
        FixAllScope.Project,
        [
            """
            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(int m, ActorContext<ValveRef<int>> {|COERCE0003:context|}) => m;
                [OnStart] void Started(Coerce.ActorContext<ActorRef>? {|COERCE0009:context|} = null) { }
            }
            """,
            """
            [Actor]
            public sealed partial class Valve<T>(ActorContext< /* mine */ MeterRef> {|COERCE0007:own|})
            {
                [Handles] bool On(T m) => own is null;
            }
            """,
        ],
        [
            """
            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(int m, ActorContext<MeterRef> context) => m;
                [OnStart] void Started(Coerce.ActorContext<MeterRef>? context = null) { }
            }
            """,
            """
            [Actor]
            public sealed partial class Valve<T>(ActorContext< /* mine */ ValveRef<T>> own)
            {
                [Handles] bool On(T m) => own is null;
            }
            """,
        ]);

    [Fact]
    public Task Fix_OtherFaults_OffersNothing() => Verify.OffersNothingAsync(new MakeInstanceFix(), """
        [Actor]
        public sealed partial class Meter
        {
            [Handles] void {|COERCE0003:On|}(int a, string b) { }
        }
        """);
}
