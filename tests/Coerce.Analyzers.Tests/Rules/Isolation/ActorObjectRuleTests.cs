using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>COERCE0204.</summary>
public sealed class ActorObjectRuleTests
{
    [Theory]
    [InlineData("_ = {|COERCE0204:new Meter()|};")]
    [InlineData("Meter made = {|COERCE0204:new()|}; _ = made;")]
    [InlineData("_ = {|COERCE0204:new Meter()|}.Read();")]
    [InlineData("_ = {|COERCE0204:new Meter()|}.Next.Read();")]
    [InlineData("_ = {|COERCE0204:meter.Read()|};")]
    [InlineData("_ = {|COERCE0204:meter.Start|};")]
    [InlineData("_ = {|COERCE0204:meter.Next|}.Next.Read();")]
    [InlineData("_ = meter?{|COERCE0204:.Read()|};")]
    [InlineData("_ = meter?{|COERCE0204:.Next|}.Read();")]
    [InlineData("_ = {|COERCE0204:((Meter)(object)meter).ToString()|};")]
    [InlineData("Func<int> read = {|COERCE0204:meter.Read|}; _ = read;")]
    [InlineData("Task.Run(() => {|COERCE0204:meter.Read()|});")]
    [InlineData("new List<Meter>().ForEach(m => {|COERCE0204:m.Read()|});")]
    public Task ActorObject_UsedOutside_IsReported(string statement) => Verify.ReportsAsync(Source(statement));

    [Theory]
    [InlineData("_ = reference.RunAsync(m => m.Read());")]
    [InlineData("_ = reference.RunAsync(m => m.Next.Start);")]
    [InlineData("_ = reference.RunAsync(async m => { await Task.Yield(); return m.Read(); });")]
    [InlineData("_ = reference.RunAsync(m => { Func<int> again = () => m.Read(); return again(); });")]
    [InlineData("_ = nameof(meter.Read) + nameof(Meter.Start) + typeof(Meter).Name;")]
    [InlineData("_ = Meter.Props();")]
    [InlineData("_ = Meter.Most;")]
    [InlineData("_ = meter is null;")]
    [InlineData("_ = reference.Id;")]
    [InlineData("_ = reference.ReadAsync();")]
    public Task ActorObject_InATurnOrNotTouched_IsNotReported(string statement) => Verify.ReportsAsync(Source(statement));

    [Fact]
    public Task InsideTheActor_NothingIsReported() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            private int _count;
            [Handles] int Read() => new Meter()._count + Other(this);
            private static int Other(Meter meter) => meter._count++;
            private sealed class Helper(Meter meter) { public int Count() => meter._count; }
            [Handles] int On(int m) => new Helper(this).Count();

            [Behavior(Initial = true)]
            private sealed partial class Closed(Meter meter) { [Handles] int Count() => meter._count; }
        }
        """);

    [Fact]
    public Task OtherActorAndInitializer_AreReportedOnce() => Verify.ReportsAsync("""
        [Actor] public sealed partial class First { public int Size { get; init; } [Handles] int Read() => Size; }
        [Actor] public sealed partial class Second
        {
            [Handles] int On(int m) => {|COERCE0204:new First { Size = 3 }|}.Size;
            [Handles] object? Make() => {|COERCE0204:new Third<int>(1)|};
        }
        [Actor] public sealed partial class Third<T>(T first) { [Handles] T Read() => first; }
        """);

    private static string Source(string statement) => $$"""
        [Actor]
        public sealed partial class Meter
        {
            internal const int Most = 3;
            internal int Start => 1;
            internal Meter Next => this;
            [Handles] internal int Read() => Start;
        }

        public static class Program
        {
            public static void Run(Meter meter, MeterRef reference)
            {
                {{statement}}
            }
        }
        """;
}
