using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class EntityRuleTests
{
    private const string Use = """
        public static class Program
        {
            public static async Task<int> Run(ActorSystem system) => await system.Entity<MeterRef>("meter").AskAsync(2);
        }
        """;

    [Theory]
    [InlineData("[Actor, Entity] public sealed partial class {|COERCE0020:Meter|} {", "it has no key")]
    [InlineData("[Actor, Entity] public sealed partial class {|COERCE0020:Meter|}(string key) { string Key => key;", "mark the constructor parameter")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] int {|COERCE0020:key|}) { int Key => key;", "its key is of type 'int'")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] Guid? {|COERCE0020:key|}) { Guid? Key => key;", "of type 'Guid?'")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] DateTime {|COERCE0020:key|}) { DateTime Key => key;", "use a long with the ticks of DateTimeOffset.UtcTicks")]
    [InlineData("public readonly record struct Day(DateTime Value); [Actor] public sealed partial class Meter([EntityKey] Day {|COERCE0020:key|}) { Day Key => key;", "of type 'Day'")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] Tuple<string> {|COERCE0020:key|}) { object Key => key;", "use string, Guid, long")]
    [InlineData("public record struct Id(long Value); [Actor] public sealed partial class Meter([EntityKey] Id {|COERCE0020:key|}) { Id Key => key;", "a readonly record struct")]
    [InlineData("public readonly record struct Id(int Value); [Actor] public sealed partial class Meter([EntityKey] Id {|COERCE0020:key|}) { Id Key => key;", "with one parameter of these")]
    [InlineData("public readonly record struct Id(long A, long B); [Actor] public sealed partial class Meter([EntityKey] Id {|COERCE0020:key|}) { Id Key => key;", "with one parameter of these")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] string key, [EntityKey] long {|COERCE0020:other|}) { string Key => key + other;", "'other' is its second key")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] string key, int {|COERCE0021:limit|}) { string Key => key + limit;", "nobody is there to give it 'limit'")]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] string key, int {|COERCE0021:limit|} = 5) { string Key => key + limit;", "let the entity find it by its key")]
    [InlineData("[Actor, Entity({|COERCE0022:IdleSeconds = -1|})] public sealed partial class Meter([EntityKey] string key) { string Key => key;", "'IdleSeconds' of the entity 'Meter' is no time")]
    [InlineData("[Actor, Entity({|COERCE0022:IdleSeconds = double.NaN|})] public sealed partial class Meter([EntityKey] string key) { string Key => key;", "up to 24 days")]
    [InlineData("[Actor, Entity({|COERCE0022:IdleSeconds = 1e9|})] public sealed partial class Meter([EntityKey] string key) { string Key => key;", "up to 24 days")]
    [InlineData("[Actor, Entity(IdleSeconds = 0, {|COERCE0022:MaxLive = -1|})] public sealed partial class Meter([EntityKey] string key) { string Key => key;", "or 0 for any number")]
    public async Task Entity_ThatCannotWork_IsTheOnlyDiagnostic(string actor, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            {{actor}}
                [Handles] int On(int m) => m;
            }

            {{Use}}
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage());
    }

    [Fact]
    public Task Entity_WithAKeyThatTheRefMayNotShow_IsTheCompilersErrorAlone() => Verify.ReportsAsync("""
        public partial class Outer
        {
            private readonly record struct Id(long Value);

            [Actor]
            internal sealed partial class Meter
            {
                private readonly Id _id;

                internal {|CS0051:Meter|}([EntityKey] Id id) => _id = id;

                [Handles] int On(int m) => m + (int)_id.Value;
            }
        }
        """);

    [Fact]
    public Task Entity_Generic_IsReported() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class {|COERCE0020:Meter|}<T>([EntityKey] string key)
        {
            [Handles] int On(int m) => m + key.Length;
        }

        public partial class Outer<T>
        {
            [Actor]
            public sealed partial class {|COERCE0020:Inner|}([EntityKey] string key)
            {
                [Handles] int On(int m) => m + key.Length;
            }
        }
        """);

    [Fact]
    public Task Attributes_WhereNobodyLooksAtThem_AreReported() => Verify.ReportsAsync("""
        [Entity]
        public sealed class {|COERCE0020:Plain|}([EntityKey] string {|COERCE0020:key|})
        {
            public string Key => key;
        }

        [Actor]
        public sealed partial class Meter([EntityKey] string key)
        {
            [Handles] int On([EntityKey] int {|COERCE0020:m|}) => m + key.Length;
        }
        """);

    [Theory]
    [InlineData("[Actor] public sealed partial class Meter([EntityKey] string key) { string Key => key;")]
    [InlineData("[Actor, Entity] public sealed partial class Meter([FromServices] IFormatProvider format, [EntityKey] string key, ActorContext<MeterRef> context) { string Key => key + format + context;")]
    [InlineData("[Actor, Entity(IdleSeconds = 0, MaxLive = 0)] public sealed partial class Meter([EntityKey] string key) { string Key => key;")]
    [InlineData("[Actor, Entity(IdleSeconds = 2147483.647, MaxLive = int.MaxValue)] public sealed partial class Meter([EntityKey] string key) { string Key => key;")]
    public Task Entity_ThatWorks_IsNotReported(string actor) => Verify.ReportsAsync($$"""
        {{actor}}
            [Handles] int On(int m) => m;
        }

        {{Use}}
        """);

    [Fact]
    public Task Key_OfATypeThatDoesNotExist_IsTheCompilersErrorAlone() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter([EntityKey] {|CS0246:MeterId|} key)
        {
            [Handles] string On(int m) => $"{key}{m}";
        }
        """);

    [Fact]
    public Task Fix_Parameters_AreTakenFromServices() => Verify.FixesAllAsync(
        new AddFromServicesFix(),
        FixAllScope.Document,
        ["""
        [Actor]
        public sealed partial class Meter(
            [EntityKey] string key,
            // What it shows.
            IFormatProvider {|COERCE0021:format|}, IComparer<string> {|COERCE0021:order|})
        {
            [Handles] string On(int m) => m.ToString(format) + order.Compare(key, key);
        }
        """],
        ["""
        [Actor]
        public sealed partial class Meter(
            [EntityKey] string key,
            // What it shows.
            [FromServices] IFormatProvider format, [FromServices] IComparer<string> order)
        {
            [Handles] string On(int m) => m.ToString(format) + order.Compare(key, key);
        }
        """]);

    [Theory]
    [InlineData("int {|COERCE0021:limit|}")]
    [InlineData("string {|COERCE0021:limit|}")]
    [InlineData("IFormatProvider? {|COERCE0021:limit|} = null")]
    [InlineData("OtherRef {|COERCE0021:limit|}")]
    public Task Fix_OfWhatIsNoService_IsNotOffered(string parameter) => Verify.OffersNothingAsync(new AddFromServicesFix(), $$"""
        [Actor]
        public sealed partial class Meter([EntityKey] string key, {{parameter}})
        {
            [Handles] string On(int m) => $"{m}{key}{limit}";
        }

        [Actor]
        public sealed partial class Other
        {
            [Handles] int On(int m) => m;
        }
        """);
}
