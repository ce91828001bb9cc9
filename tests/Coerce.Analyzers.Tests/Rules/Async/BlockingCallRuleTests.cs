using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class BlockingCallRuleTests
{
    [Theory]
    [InlineData("[Handles] int Go(Task<int> t) => t.{|COERCE0301:Result|};")]
    [InlineData("[Handles] int Go(ValueTask<int> t) => t.{|COERCE0301:Result|};")]
    [InlineData("[Handles] int Go(MeterRef other) => other.GetAsync().AsTask().{|COERCE0301:Result|};")]
    [InlineData("[Handles] void Go(Task t) => t.{|COERCE0301:Wait|}();")]
    [InlineData("[Handles] void Go(Task t) { t.{|COERCE0301:Wait|}(1000); }")]
    [InlineData("[Handles] int Go(Task<int> t) => t.GetAwaiter().{|COERCE0301:GetResult|}();")]
    [InlineData("[Handles] int Go(ValueTask<int> t) => t.ConfigureAwait(false).GetAwaiter().{|COERCE0301:GetResult|}();")]
    [InlineData("[Handles] void Go(Task a, Task b) { Task.{|COERCE0301:WaitAll|}(a, b); Task.{|COERCE0301:WaitAny|}(a, b); }")]
    [InlineData("[Handles] void Go() { Thread.{|COERCE0301:Sleep|}(10); }")]
    [InlineData("[Handles] void Go(Thread t) { t.{|COERCE0301:Join|}(); }")]
    [InlineData("[Handles] void Go(SemaphoreSlim s) { s.{|COERCE0301:Wait|}(); }")]
    [InlineData("[Handles] void Go(ManualResetEventSlim e, WaitHandle h) { e.{|COERCE0301:Wait|}(); h.{|COERCE0301:WaitOne|}(); WaitHandle.{|COERCE0301:WaitAny|}([h]); }")]
    [InlineData("[Handles] void Go(object o) { lock (o) { Monitor.{|COERCE0301:Wait|}(o); } }")]
    [InlineData("[Handles] int Go(System.Collections.Concurrent.BlockingCollection<int> c) => c.{|COERCE0301:Take|}();")]
    [InlineData("[Handles] string? Go() { Console.{|COERCE0301:ReadKey|}(); return Console.{|COERCE0301:ReadLine|}(); }")]
    [InlineData("[Handles] string Go(string path) => System.IO.File.{|COERCE0301:ReadAllText|}(path);")]
    [InlineData("[Handles] int Go(System.IO.Stream s, byte[] b) => s.{|COERCE0301:Read|}(b, 0, 1) + s.{|COERCE0301:Read|}(b);")]
    [InlineData("[Handles] void Go(System.IO.FileStream s) { s.{|COERCE0301:Flush|}(); }")]
    [InlineData("[Handles] string? Go(System.IO.TextReader r) => r.{|COERCE0301:ReadLine|}();")]
    [InlineData("[Handles] void Go(System.Data.Common.DbCommand c) { c.{|COERCE0301:ExecuteNonQuery|}(); }")]
    [InlineData("[Handles] void Go(System.Diagnostics.Process p) { p.{|COERCE0301:WaitForExit|}(); }")]
    [InlineData("[Handles] async Task Go(Task<int> t) { await Task.Yield(); Console.WriteLine(t.{|COERCE0301:Result|}); }")]
    [InlineData("[OnStart] void Go() { Thread.{|COERCE0301:Sleep|}(10); }")]
    [InlineData("void Help() { Thread.{|COERCE0301:Sleep|}(10); }")]
    [InlineData("int Help { get { Thread.{|COERCE0301:Sleep|}(10); return 1; } }")]
    [InlineData("[Handles] void Go() { Later(); void Later() { Action a = () => Thread.{|COERCE0301:Sleep|}(10); a(); } }")]
    [InlineData("[Handles] async Task Go(MeterRef other) => await other.RunAsync(m => Thread.{|COERCE0301:Sleep|}(1));")]
    public Task Call_ThatBlocksInATurn_IsReported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[Handles] async Task<int> Go(Task<int> t) { await t; return t.Result; }")]
    [InlineData("[Handles] async Task<int> Go(Task<int> t) { await t.ConfigureAwait(false); return t.GetAwaiter().GetResult(); }")]
    [InlineData("[Handles] int Go(Task<int> t) => t.IsCompletedSuccessfully ? t.Result : 0;")]
    [InlineData("[Handles] async Task<int> Go(Task<int> a, Task<int> b) { await Task.WhenAll(a, b); return a.Result + b.Result; }")]
    [InlineData("[Handles] async Task<int> Go(Task<int>[] all) { await Task.WhenAll(all); int n = all[0].Result; foreach (Task<int> t in all) n += t.Result; return n; }")]
    [InlineData("[Handles] async Task<int[]> Go(List<Task<int>> all) { await Task.WhenAll(all); return System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(all, t => t.Result)); }")]
    [InlineData("[Handles] async Task<int> Go(Task<int> a, Task<int> b) { Task<int> first = await Task.WhenAny(a, b); return first.Result; }")]
    [InlineData("[Handles] int Go() => Task.FromResult(1).Result;")]
    [InlineData("[Handles] bool Go(SemaphoreSlim s, Task t, WaitHandle h) => s.Wait(0) && t.Wait(0) && h.WaitOne(TimeSpan.Zero);")]
    [InlineData("[Handles] Deferred<int> Go(Task<int> t) => Deferred.Run(ct => Task.FromResult(t.Result));")]
    [InlineData("[Handles] void Go(Task<int> t) { Task.Run(() => t.Result); Task.Run(Later); void Later() => Thread.Sleep(1); new Thread(() => Thread.Sleep(1)).Start(); }")]
    [InlineData("[Handles] void Go(Stats s) { Console.WriteLine(s.Result + s.Wait()); } public sealed record Stats(int Result) { public int Wait() { Thread.Sleep(1); return 1; } }")]
    [InlineData("[Handles] void Go(System.IO.MemoryStream s) { s.WriteByte(1); s.Write(new byte[1], 0, 1); s.Flush(); new System.IO.StringReader(\"\").ReadLine(); Console.Out.Flush(); Console.WriteLine(); }")]
    [InlineData("[Handles] void Go(System.IO.FileStream s) { s.Seek(0, System.IO.SeekOrigin.Begin); s.Dispose(); System.IO.File.Exists(\"a\"); }")]
    [InlineData("static void Help() => Thread.Sleep(1); public Meter() => Thread.Sleep(1);")]
    public Task Call_ThatDoesNotBlockATurn_IsNotReported(string member) => VerifyAsync(member);

    [Fact]
    public Task Call_InABehaviour_IsReported() => Verify.ReportsAsync("""
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true)]
            private sealed partial class Shut { [Handles] void Open() { Thread.{|COERCE0301:Sleep|}(1); } }
        }
        """);

    [Fact]
    public Task Call_OutsideOfActors_IsNotReported()
        => Verify.ReportsAsync("class C { int M(Task<int> t) { Thread.Sleep(1); return t.Result; } }");

    private static Task VerifyAsync(string member) => Verify.ReportsAsync($$"""
        #pragma warning disable COERCE0201 // what is waited for can be changed
        [Actor]
        public sealed partial class Meter
        {
            [Handles] int Get() => 1;
            {{member}}
        }
        """);
}
