using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Handlers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class WatchTests
{
    [Fact]
    public Task Watch_WithAHandler_IsClean() => Verify.ReportsAsync("""
        [Actor] public sealed partial class Guard
        {
            [Handles] void Begin(ActorRef other, ActorContext<GuardRef> context) { context.Watch(other); context.Unwatch(other); }
            [Handles] void On(Terminated message) { }
        }
        """);

    [Fact]
    public Task Watch_WithAHandlerInABehaviour_IsClean() => Verify.ReportsAsync("""
        [Actor] public sealed partial class Guard
        {
            [Behavior(Initial = true)] sealed partial class Watching(ActorContext<GuardRef> context)
            {
                [Handles] void Begin(ActorRef other) => context.Watch(other);
                [Handles] void On(Terminated message) { }
            }
        }
        """);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_AllCallsOfAnActor_AddOneHandler(FixAllScope scope) => Verify.FixesAllAsync(
        new AddTerminatedFix(),
        scope,
        ["""
        [Actor]
        public sealed partial class Guard(ActorContext<GuardRef> context)
        {
            [Handles] void Begin(ActorRef other) => {|COERCE0104:context.Watch(other)|};

            [Handles] void End(ActorRef other) => {|COERCE0104:WatchExtensions.Unwatch(context, other)|};
        }
        """],
        ["""
        [Actor]
        public sealed partial class Guard(ActorContext<GuardRef> context)
        {
            [Handles] void Begin(ActorRef other) => context.Watch(other);

            [Handles] void End(ActorRef other) => WatchExtensions.Unwatch(context, other);

            [Handles] void On(Terminated message) => throw new NotImplementedException();
        }
        """]);

    [Fact]
    public Task Fix_ActorWithBehavioursOnly_GetsItInTheClass() => Verify.FixesAsync(
        new AddTerminatedFix(),
        """
        [Actor]
        public sealed partial class Guard
        {
            [Behavior(Initial = true)]
            private sealed partial class Watching(ActorContext<GuardRef> context)
            {
                [Handles] void Begin(ActorRef other) => {|COERCE0104:context.Watch(other)|};
            }
        }
        """,
        """
        [Actor]
        public sealed partial class Guard
        {
            [Behavior(Initial = true)]
            private sealed partial class Watching(ActorContext<GuardRef> context)
            {
                [Handles] void Begin(ActorRef other) => context.Watch(other);
            }

            [Handles] void On(Terminated message) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public Task Fix_MethodForAnyActor_IsNotOffered() => Verify.OffersNothingAsync(
        new AddTerminatedFix(),
        "static class Any { static void Watch<TRef>(ActorContext<TRef> context, ActorRef other) where TRef : ActorRef => {|COERCE0104:context.Watch(other)|}; }");
}
