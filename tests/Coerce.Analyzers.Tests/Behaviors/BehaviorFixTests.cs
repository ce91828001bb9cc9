using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Behaviors;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Behaviors;

public sealed class BehaviorFixTests
{
    private const string Two = """
        namespace Shop;

        public sealed record Pay(int Amount);

        [Actor]
        public sealed partial class Order
        {
            [Behavior(Initial = true)]
            private sealed partial class {|COERCE0111:Open|}(Order order)
            {
                [Handles] Task<string?> On(Pay message) { order.Become(new Paid()); return Task.FromResult<string?>(null); }

                [Handles] async IAsyncEnumerable<int> Lines(int @from = 1) { await Task.Yield(); yield return @from; }
            }

            [Behavior]
            private sealed partial class {|COERCE0111:Paid|}
            {
                [Handles] void Close(IReadOnlyList<string> why, CancellationToken cancellationToken) { }
            }
        }
        """;

    private const string Handled = """
        namespace Shop;

        public sealed record Pay(int Amount);

        [Actor]
        public sealed partial class Order
        {
            [Behavior(Initial = true)]
            private sealed partial class Open(Order order)
            {
                [Handles] Task<string?> On(Pay message) { order.Become(new Paid()); return Task.FromResult<string?>(null); }

                [Handles] async IAsyncEnumerable<int> Lines(int @from = 1) { await Task.Yield(); yield return @from; }

                [Handles] void Close(IReadOnlyList<string> why) => throw new NotImplementedException();
            }

            [Behavior]
            private sealed partial class Paid
            {
                [Handles] void Close(IReadOnlyList<string> why, CancellationToken cancellationToken) { }

                [Handles] string? On(Pay message) => throw new NotImplementedException();

                [Handles] IAsyncEnumerable<int> Lines(int from = 1) => throw new NotImplementedException();
            }
        }
        """;

    [Fact]
    public Task AddHandlers_All_HaveTheReplyOfTheOthers() =>
        Verify.FixesAllAsync(new AddBehaviorHandlersFix(), FixAllScope.Document, [Two], [Handled]);

    [Fact]
    public Task Stash_All_NamesTheMessages() => Verify.FixesAllAsync(new StashMessagesFix(), FixAllScope.Project, [Two], [Two
        .Replace("{|COERCE0111:Open|}", "Open").Replace("{|COERCE0111:Paid|}", "Paid")
        .Replace("[Behavior(Initial = true)]", "[Behavior(Initial = true), Stashes(typeof(Messages.Close))]")
        .Replace("[Behavior]", "[Behavior, Stashes(typeof(Pay), typeof(Messages.Lines))]")]);

    [Fact]
    public Task AddHandlers_ToABehaviourWithoutABody_GivesItOne() => Verify.FixesAsync(
        new AddBehaviorHandlersFix(),
        """
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true)]
            private sealed partial class Shut { [Handles] int Open() => 1; [Handles] void On(string message) { } }

            [Behavior]
            private sealed partial class {|COERCE0111:Opened|};
        }
        """,
        """
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true)]
            private sealed partial class Shut { [Handles] int Open() => 1; [Handles] void On(string message) { } }

            [Behavior]
            private sealed partial class Opened
            {
                [Handles] int Open() => throw new NotImplementedException();

                [Handles] void On(string message) => throw new NotImplementedException();
            }
        }
        """);

    [Theory]
    [InlineData("[Behavior, Stashes(typeof(int))]", "[Behavior, Stashes(typeof(int), typeof(string))]")]
    [InlineData("[Behavior]\n    [Stashes(typeof(int))]", "[Behavior]\n    [Stashes(typeof(int), typeof(string))]")]
    [InlineData("[Coerce.BehaviorAttribute, Coerce.StashesAttribute(typeof(int))]", "[Coerce.BehaviorAttribute, Coerce.StashesAttribute(typeof(int), typeof(string))]")]
    public Task Stash_WhereSomethingIsStashed_AddsToIt(string before, string after)
    {
        const string Source = """
            [Actor]
            public sealed partial class Door
            {
                [Behavior(Initial = true)]
                private sealed partial class Shut { [Handles] void On(int message) { } [Handles] void On(string message) { } }

                ATTRIBUTES
                private sealed partial class OPENED;
            }
            """;
        return Verify.FixesAsync(
            new StashMessagesFix(),
            Source.Replace("ATTRIBUTES", before).Replace("OPENED", "{|COERCE0111:Opened|}"),
            Source.Replace("ATTRIBUTES", after).Replace("OPENED", "Opened"));
    }

    [Fact]
    public Task Stash_OfASignal_IsNotOffered() => Verify.OffersNothingAsync(new StashMessagesFix(), """
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true)]
            private sealed partial class Shut { [Handles] void On(Terminated message) { } }

            [Behavior]
            private sealed partial class {|COERCE0111:Opened|} { }
        }
        """);

    [Theory]
    [InlineData("void On(T message) { }")]
    [InlineData("void On([Transfers] List<T[]> message) { }")]
    [InlineData("void Take() { }")]
    public Task Stash_OfWhatAnAttributeCannotName_IsNotOffered(string handler) => Verify.OffersNothingAsync(new StashMessagesFix(), $$"""
        [Actor]
        public sealed partial class Store<T>
        {
            [Behavior(Initial = true)]
            private sealed partial class Shut { [Handles] {{handler}} }

            [Behavior]
            private sealed partial class {|COERCE0111:Opened|} { }
        }
        """);

    [Theory]
    [InlineData("class", "sealed partial class")]
    [InlineData("private sealed class", "private sealed partial class")]
    [InlineData("private partial class", "private sealed partial class")]
    [InlineData("/* the door is open */ private class", "/* the door is open */ private sealed partial class")]
    public Task Seal_AddsWhatIsMissing(string before, string after)
    {
        const string Source = """
            [Actor]
            public sealed partial class Door
            {
                [Behavior(Initial = true)]
                DECLARATION Shut { [Handles] int Open() => 1; }
            }
            """;
        return Verify.FixesAsync(
            new SealBehaviorFix(),
            Source.Replace("DECLARATION Shut", before + " {|COERCE0112:Shut|}"),
            Source.Replace("DECLARATION", after));
    }

    [Theory]
    [InlineData("class {|COERCE0112:Shut|} { [Handles] int Open() => 1; protected virtual void M() { } }")]
    [InlineData("class {|COERCE0112:Shut|} { [Handles] int Open() => 1; } class Other : Shut;")]
    [InlineData("static class {|COERCE0112:Shut|} { [Handles] static int Open() => 1; }")]
    public Task Seal_OfWhatIsMeantToBeOpen_IsNotOffered(string behavior) => Verify.OffersNothingAsync(new SealBehaviorFix(), $$"""
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true)]
            {{behavior}}
        }
        """);

    [Fact]
    public Task Initial_OfTheOnlyBehaviour_IsAdded() => Verify.FixesAsync(
        new InitialBehaviorFix(),
        "[Actor] public sealed partial class {|COERCE0113:Door|} { [Behavior] sealed partial class Shut { [Handles] int Open() => 1; } }",
        "[Actor] public sealed partial class Door { [Behavior(Initial = true)] sealed partial class Shut { [Handles] int Open() => 1; } }");

    [Fact]
    public Task Initial_OfTheSecond_IsRemoved() => Verify.FixesAsync(
        new InitialBehaviorFix(),
        "[Actor] public sealed partial class Door { [Behavior(Initial = true)] sealed partial class A { [Handles] int Open() => 1; } [Behavior(Initial = true)] sealed partial class {|COERCE0113:B|} { [Handles] int Open() => 1; } }",
        "[Actor] public sealed partial class Door { [Behavior(Initial = true)] sealed partial class A { [Handles] int Open() => 1; } [Behavior] sealed partial class B { [Handles] int Open() => 1; } }");

    [Fact]
    public Task Initial_OfOneAmongSeveral_IsNotOffered() => Verify.OffersNothingAsync(
        new InitialBehaviorFix(),
        "[Actor] public sealed partial class {|COERCE0113:Door|} { [Behavior] sealed partial class A { [Handles] int Open() => 1; } [Behavior] sealed partial class B { [Handles] int Open() => 1; } }");

    [Theory]
    [InlineData("[Behavior(Initial = true), Stashes({|COERCE0115:typeof(int)|})]", "[Behavior(Initial = true)]")]
    [InlineData("[Behavior(Initial = true)]\n    [Stashes({|COERCE0115:typeof(int)|})]", "[Behavior(Initial = true)]")]
    [InlineData("[Behavior(Initial = true), Stashes({|COERCE0115:typeof(int)|}, typeof(string), {|COERCE0115:typeof(string)|})]", "[Behavior(Initial = true), Stashes(typeof(string))]")]
    public Task Stashed_InVain_IsLeftOut(string before, string after)
    {
        const string Source = """
            [Actor]
            public sealed partial class Door
            {
                ATTRIBUTES
                private sealed partial class Shut { [Handles] void On(int message) { } MORE }

                [Behavior]
                private sealed partial class Opened { [Handles] void On(int message) { } [Handles] void On(string message) { } }
            }
            """;
        string more = after.Contains("string", StringComparison.Ordinal) ? "" : "[Handles] void On(string message) { }";
        return Verify.FixesAllAsync(
            new RemoveStashedFix(),
            FixAllScope.Document,
            [Source.Replace("ATTRIBUTES", before).Replace("MORE", more)],
            [Source.Replace("ATTRIBUTES", after).Replace("MORE", more)]);
    }

    [Fact]
    public Task Stashed_ThatNobodyHandles_IsNotLeftOut() => Verify.OffersNothingAsync(new RemoveStashedFix(), """
        [Actor]
        public sealed partial class Door
        {
            [Behavior(Initial = true), Stashes({|COERCE0115:typeof(int)|})]
            private sealed partial class Shut { [Handles] void On(string message) { } }
        }
        """);
}
