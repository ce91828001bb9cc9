using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class LifecycleSignatureRuleTests
{
    [Theory]
    [InlineData("[OnStart] int {|COERCE0009:Started|}() => 1;", "return void, Task or ValueTask")]
    [InlineData("[OnStart] Task<int> {|COERCE0009:Started|}() => null!;", "the 'Task<int>' that it returns")]
    [InlineData("[OnStop] void Stopped(int {|COERCE0009:m|}) { }", "nobody to give it 'm'")]
    [InlineData("[OnStart] void Started(RequestScope {|COERCE0009:s|}) { }", "nobody to give it 's'")]
    [InlineData("[OnStop] void Stopped(MeterRef {|COERCE0009:m|}) { }", "ActorContext<MeterRef>")]
    [InlineData("[OnStart] static void {|COERCE0009:Started|}() { }", "remove 'static'")]
    [InlineData("[OnStart] void {|COERCE0009:Started|}<T>() { }", "generic")]
    [InlineData("[OnStart] void Started(ActorContext<ActorRef> {|COERCE0009:c|}) { }", "write 'ActorContext<MeterRef>'")]
    [InlineData("[OnStart] void Started(CancellationToken a, CancellationToken {|COERCE0009:b|}) { }", "the second of its kind")]
    [InlineData("[OnStart] void One() { } [OnStart] void {|COERCE0009:Two|}() { }", "already has such a method")]
    [InlineData("[OnStop] void One() { } [OnStop] void {|COERCE0009:Two|}() { }", "already has such a method")]
    [InlineData("[OnRestart] void One() { } [OnRestart] void {|COERCE0009:Two|}() { }", "already has such a method")]
    [InlineData("[OnRestart] bool {|COERCE0009:Failed|}(Exception e) => true;", "return void, Task or ValueTask")]
    [InlineData("[OnRestart] void Failed(InvalidOperationException {|COERCE0009:e|}) { }", "a CancellationToken, the Exception and services")]
    [InlineData("[OnRestart] void Failed(Exception e, Exception {|COERCE0009:f|}) { }", "the second of its kind")]
    [InlineData("[OnRestart] static void {|COERCE0009:Failed|}(Exception e) { }", "remove 'static'")]
    [InlineData("[OnStart] void Started(Exception {|COERCE0009:e|}) { }", "nobody to give it 'e'")]
    [InlineData("[OnStart, OnRestart] void Begin(Exception {|COERCE0009:e|}) { }", "nobody to give it 'e'")]
    public async Task Method_ThatCannotBeCalled_IsTheOnlyDiagnostic(string method, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            [Actor]
            public sealed partial class Meter
            {
                {{method}}
                [Handles] int On(int m) => m;
            }

            public static class Program
            {
                public static async Task<int> Run(ActorSystem system)
                {
                    MeterRef meter = system.Spawn(Meter.Props(), "meter");
                    meter.Tell(1);
                    return await meter.AskAsync(2);
                }
            }
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("[OnStart] void A() { } [OnStop] void B() { }")]
    [InlineData("[OnStart, OnStop] void A() { }")]
    [InlineData("[OnStart, OnRestart, OnStop] void A() { }")]
    [InlineData("[OnRestart] Task A(Exception e, ActorContext<MeterRef> c, CancellationToken t, [FromServices] IFormatProvider f) => Task.CompletedTask;")]
    [InlineData("[OnStart] Task A(ActorContext<MeterRef> c, CancellationToken t, [FromServices] IFormatProvider f) => Task.CompletedTask;")]
    [InlineData("[OnStop] ValueTask A(in CancellationToken t) => default;")]
    public Task Method_ThatCanBeCalled_IsNotReported(string method) => Verify.ReportsAsync($$"""
        [Actor]
        public sealed partial class Meter
        {
            {{method}}
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Method_WithTypeThatDoesNotExist_IsTheCompilersErrorAlone() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            [OnStart] void Started({|CS0246:ActorContxt<MeterRef>|} context) { }
            [OnStop] {|CS0246:Tsk|} Stopped() => null!;
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Pragma_AroundTheMethod_Disables() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
        #pragma warning disable COERCE0009
            [OnStart] int Started() => 1;
        #pragma warning restore COERCE0009
            [Handles] int On(int m) => m;
        }
        """);
}
