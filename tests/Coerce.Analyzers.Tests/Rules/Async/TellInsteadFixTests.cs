using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Async;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class TellInsteadFixTests
{
    private const string Meter = """
        namespace Metering
        {
            public readonly record struct Reading(int Value);

            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(Reading m) => m.Value;
                [Handles] void On(string m, RequestScope scope) { }
                [Handles] int Add(int amount, int times = 2, string? unit = null) => amount * times;
            }

            [Actor]
            public sealed partial class Store<T> { [Handles] void Put(T item) { } }
        }

        """;

    [Theory]
    [InlineData("meter.{|COERCE0305:AskAsync|}(new Reading(1));", "meter.Tell(new Reading(1));")]
    [InlineData("meter.{|COERCE0305:AskAsync|}(new Reading(1), TimeSpan.FromSeconds(1), ct); // wait", "meter.Tell(new Reading(1)); // wait")]
    [InlineData("meter.{|COERCE0305:AskAsync|}(cancellationToken: ct, message: new Reading(1));", "meter.Tell(message: new Reading(1));")]
    [InlineData("meter.{|COERCE0305:AskAsync|}(\n/* a */ new Reading(1)\n);", "meter.Tell(\n/* a */ new Reading(1)\n);")]
    [InlineData("meter.{|COERCE0305:AskAsync|}(\"a\", default(RequestScope)!, ct);", "meter.Tell(\"a\", default(RequestScope)!);")]
    [InlineData("meter.{|COERCE0305:AddAsync|}((1), times: (3));", "meter.Tell(new Meter.Messages.Add((1), (3), default));")]
    [InlineData("meter.{|COERCE0305:AddAsync|}(1);", "meter.Tell(new Meter.Messages.Add(1, 2, default));")]
    [InlineData("meter.{|COERCE0305:AddAsync|}(times: 3, amount: 1, cancellationToken: ct);", "meter.Tell(new Meter.Messages.Add(1, 3, default));")]
    [InlineData("(meter.{|COERCE0305:AddAsync|}(1, 3, \"kW\")).AsTask().ConfigureAwait(false);", "meter.Tell(new Meter.Messages.Add(1, 3, \"kW\"));")]
    [InlineData("Other?.{|COERCE0305:AddAsync|}(1, 3).AsTask();", "Other?.Tell(new Meter.Messages.Add(1, 3, default));")]
    [InlineData("store.{|COERCE0305:PutAsync|}(1);", "store.Tell(new Store<int>.Messages.Put(1));")]
    [InlineData("Action a = () => meter.{|COERCE0305:AddAsync|}(1, 2, null);", "Action a = () => meter.Tell(new Meter.Messages.Add(1, 2, null));")]
    public Task Ask_NotAwaited_IsTold(string before, string after)
        => Verify.FixesAsync(new TellInsteadFix(), Meter + InMethod("void", before), Meter + InMethod("void", after));

    [Fact]
    public Task Ask_ThatTheCompilerReports_IsTold() => Verify.FixesAsync(
        new TellInsteadFix(),
        Meter + InMethod("async Task", "{|CS4014:meter.AddAsync(1).AsTask()|}; await Task.Yield();"),
        Meter + InMethod("async Task", "meter.Tell(new Meter.Messages.Add(1, 2, default)); await Task.Yield();"));

    [Fact]
    public Task Call_ThatIsNoAsk_IsLeft() => Verify.OffersNothingAsync(
        new TellInsteadFix(), Meter + InMethod("async Task", "{|CS4014:Task.Delay(1)|}; await Task.Yield();"));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Asks_All_AreTold(FixAllScope scope) => Verify.FixesAllAsync(
        new TellInsteadFix(),
        scope,
        [Meter + InMethod("void", "meter.{|COERCE0305:AskAsync|}(new Reading(1));\n        meter.{|COERCE0305:AddAsync|}(1, 2);")],
        [Meter + InMethod("void", "meter.Tell(new Reading(1));\n        meter.Tell(new Meter.Messages.Add(1, 2, default));")]);

    private static string InMethod(string returns, string statement) => $$"""
        namespace App
        {
            using Metering;

            class C
            {
                MeterRef? Other { get; set; }

                {{returns}} M(MeterRef meter, StoreRef<int> store, CancellationToken ct)
                {
                    {{statement}}
                }
            }
        }
        """;
}
