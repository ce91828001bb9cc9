using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Account_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of(Bank.Source).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void NestedGenericActor_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace Shop;

            public sealed record Put<T>(T Value);

            public partial class Warehouse<TKey>
                where TKey : notnull
            {
                [Actor]
                internal sealed partial class Shelf<TItem>(int capacity, string? label = null)
                    where TItem : class
                {
                    [Handles] bool On(Put<TItem> m) => capacity > 0;

                    [Handles] void On(TItem m) { }

                    [Handles] ValueTask<TItem?> FindAsync(TKey key, int depth = 3, ShelfRef<TItem>? next = null) => new(label as TItem);
                }
            }
            """).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void ActorWithAHandlerAtFault_Generate_TakesAnyMessage()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(string m) => m.Length;

                [Handles] static int Read(int from) => from;
            }
            """).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void ClassThatIsNotPartial_Generate_StandsIn()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace Shop;

            [Actor]
            public sealed class Meter(int start)
            {
                [Handles] int On(string m) => m.Length;

                [Handles] int Read(int from) => from + start;
            }
            """).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void ActorWithSettingsAndEveryKindOfReply_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor(OnFailure = FailureAction.Restart, MaxRestarts = 3, BackoffMilliseconds = 100, MailboxCapacity = 1_000, WhenFull = MailboxPolicy.DropOldest)]
            public sealed partial class Log
            {
                [OnRestart] void Failed(Exception failure) { }

                [Handles] Deferred<int> On(string line) => Deferred.Run(ct => Task.FromResult(line.Length));

                [Handles] IAsyncEnumerable<string> Read(int from, CancellationToken ct) => null!;

                [Handles(Reentrant = true)] Task<bool> Flush(bool hard) => Task.FromResult(hard);
            }
            """).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    [Fact]
    public void ActorWithSubscriptions_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of("""
            namespace Shop;

            public sealed record OrderPlaced(int Number);

            [Actor]
            public sealed partial class Packer
            {
                [Handles, Subscribes("orders"), Subscribes("orders.abroad")] void On(OrderPlaced m) { }

                [Handles, Subscribes(SystemTopics.Names.ActorStopped)] Task On(ActorStopped m) => Task.CompletedTask;
            }
            """).Generate();

        Snapshot.Match(Text(program));
        Assert.Empty(program.Diagnostics);
    }

    private static string Text(GeneratedProgram program)
        => string.Join("\n", program.Files.Select(file => $"// ---- {file.Key}\n{file.Value}"));
}
