using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Isolation;

/// <summary>COERCE0205.</summary>
public sealed class EscapeRuleTests
{
    [Theory]
    [InlineData("Task.Run(() => {|COERCE0205:_count|}++);", "Task.Run")]
    [InlineData("Task.Run(() => { {|COERCE0205:_items|}.Add(1); _count = 2; });", "Task.Run")]
    [InlineData("Task.Run(async () => { await Task.Yield(); {|COERCE0205:_count|} = 1; });", "Task.Run")]
    [InlineData("Task.Run(() => {|COERCE0205:Work()|});", "Task.Run")]
    [InlineData("Task.Run({|COERCE0205:Work|});", "Task.Run")]
    [InlineData("Task.Run({|COERCE0205:this.Work|});", "Task.Run")]
    [InlineData("Task.Run(() => Local()); void Local() => {|COERCE0205:_count|}++;", "Task.Run")]
    [InlineData("Task.Run(Local); void Local() => {|COERCE0205:_count|}++;", "Task.Run")]
    [InlineData("Task.Run(() => {|COERCE0205:Count|});", "Task.Run")]
    [InlineData("Task.Run(() => {|COERCE0205:given|}.Add(1));", "Task.Run")]
    [InlineData("Task.Run(() => Task.Run(() => {|COERCE0205:_count|}++));", "Task.Run")]
    [InlineData("Task.Factory.StartNew(() => {|COERCE0205:_count|}++);", "TaskFactory.StartNew")]
    [InlineData("new Thread(() => {|COERCE0205:_count|}++).Start();", "new Thread")]
    [InlineData("new Thread({|COERCE0205:Work|}).Start();", "new Thread")]
    [InlineData("_ = new Timer(_ => {|COERCE0205:_count|}++);", "new Timer")]
    [InlineData("TimeProvider.System.CreateTimer(_ => {|COERCE0205:_count|}++, null, default, default);", "TimeProvider.CreateTimer")]
    [InlineData("new System.Timers.Timer().Elapsed += (_, _) => {|COERCE0205:_count|}++;", "Timer.Elapsed +=")]
    [InlineData("source.Changed += () => {|COERCE0205:_count|}++;", "Source.Changed +=")]
    [InlineData("source.Changed += {|COERCE0205:Work|};", "Source.Changed +=")]
    [InlineData("Source.Static += {|COERCE0205:Work|};", "Source.Static +=")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => {|COERCE0205:_count|}++);", "ThreadPool.QueueUserWorkItem")]
    [InlineData("Task.CompletedTask.ContinueWith(_ => {|COERCE0205:_count|}++);", "Task.ContinueWith")]
    [InlineData("Task.FromResult(1).ContinueWith(t => {|COERCE0205:_count|} = t.Result);", "Task.ContinueWith")]
    [InlineData("Parallel.For(0, 3, _ => {|COERCE0205:_count|}++);", "Parallel.For")]
    [InlineData("Parallel.Invoke(() => {|COERCE0205:_count|}++, () => { });", "Parallel.Invoke")]
    [InlineData("ct.Register(() => {|COERCE0205:_count|}++);", "CancellationToken.Register")]
    [InlineData("_ = Deferred.Run(async _ => { await Task.Yield(); return {|COERCE0205:_count|}; });", "Deferred.Run")]
    [InlineData("context.PipeToSelf(Task.FromResult(1), e => {|COERCE0205:_count|});", "SelfExtensions.PipeToSelf")]
    public async Task State_TouchedOutsideOfTurns_IsReported(string statement, string place)
    {
        var reported = await Verify.ReportsAsync(Meter(statement));

        Assert.Contains($"in '{place}'", Assert.Single(reported).GetMessage());
    }

    [Theory]
    [InlineData("Task.Run(() => Console.WriteLine(m));")]
    [InlineData("Task.Run(() => _self.Tell(1));")]
    [InlineData("Task.Run(() => _context.Self.Tell(_limit));")]
    [InlineData("Task.Run(() => context.Self.Tell(Name.Length));")]
    [InlineData("int count = _count; Task.Run(() => context.Self.Tell(count));")]
    [InlineData("Task.Run(() => Most + Shared());")]
    [InlineData("Task.Run(static () => Shared());")]
    [InlineData("Task.Run(Shared);")]
    [InlineData("Task.Run(() => context.Self.RunAsync(a => a._count++));")]
    [InlineData("Task.Run(() => nameof(_count));")]
    [InlineData("_items.ForEach(x => _count += x);")]
    [InlineData("Changed += () => _count++;")]
    [InlineData("source.Changed -= Work;")]
    [InlineData("_ = Deferred.Run(_ => Task.FromResult(m));")]
    [InlineData("context.PipeToSelf(Task.FromResult(1), e => e.Message.Length);")]
    [InlineData("Func<int> f = () => _count; _count = f();")]
    public Task State_InItsTurnsOrNotTouched_IsNotReported(string statement) => Verify.ReportsAsync(Meter(statement));

    [Fact]
    public Task ReentrantHandler_PipedFailure_ComesBackIntoATurn() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Meter
        {
            private int _count;
            [Handles(Reentrant = true)] Task On(string m, ActorContext<MeterRef> context) { context.PipeToSelf(Task.FromResult(1), e => _count); return Task.CompletedTask; }
            [Handles] void On(int m) => _count = m;
        }
        """);

    [Fact]
    public Task Behavior_ItsStateAndTheActors_AreTouched() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Door
        {
            private int _guests;
            [Handles] int Count() => _guests;

            [Behavior(Initial = true)]
            private sealed partial class Closed(Door door)
            {
                private int _own;
                [Handles] void Guests() => Task.Run(() => {|COERCE0205:door._guests|}++);
                [Handles] void Own() => Task.Run(() => {|COERCE0205:_own|}++);
            }
        }
        """);

    [Fact]
    public Task OutsideOfActors_NothingIsReported() => Verify.ReportsAsync("""
        public sealed class Plain { private int _count; public Task Run() => Task.Run(() => _count++); }
        """);

    private static string Meter(string statement) => $$"""
        #pragma warning disable CS9124, CS0067, CS0414, CS0649, CS0169, CS4014
        public sealed class Source { public event Action? Changed; public static event Action? Static; }

        [Actor]
        public sealed partial class Meter(List<int> given, ActorContext<MeterRef> context)
        {
            private const int Most = 3;
            private readonly MeterRef _self = context.Self;
            private readonly ActorContext<MeterRef> _context = context;
            private readonly List<int> _items = given;
            private readonly int _limit = 1;
            private int _count;
            private string Name { get; } = "";
            private int Count => _count;
            private event Action? Changed;

            void Go(string m, Source source, CancellationToken ct)
            {
                {{statement}}
            }

            [Handles] void On(int m) { }
            private void Work() => _count++;
            private static int Shared() => 1;
        }
        """;
}
