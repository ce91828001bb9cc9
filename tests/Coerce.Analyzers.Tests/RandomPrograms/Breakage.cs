using System.Collections.Immutable;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>One way to break an actor.</summary>
/// <param name="Id">What is reported then, and nothing else.</param>
/// <param name="Name">For whoever reads of a failure.</param>
/// <param name="Break">The broken actor; null where this one cannot be broken so.</param>
internal sealed record Breakage(string Id, string Name, Func<RandomActor, Random, RandomActor?> Break)
{
    internal static ImmutableArray<Breakage> All { get; } =
    [
        new("COERCE0001", "not partial", static (actor, _) => actor.Handlers.Any(handler => handler.IsInOtherPart) ? null : actor with { Kind = "class" }),
        new("COERCE0001", "in a class that is not partial", static (actor, _) => actor.Containers.IsEmpty
            ? null : actor with { Containers = actor.Containers.SetItem(0, actor.Containers[0].Replace("partial ", "")) }),
        new("COERCE0002", "abstract", static (actor, _) => actor with { IsSealed = false, Kind = "abstract partial class" }),
        new("COERCE0002", "record", static (actor, _) => actor with { Kind = "partial record", Clutter = "" }),
        new("COERCE0003", "static handler", static (actor, random) => With(actor, random, handler => handler with { Modifier = "static " })),
        new("COERCE0003", "generic handler", static (actor, random) => With(actor, random, handler => handler with { TypeParameters = "<TAny>" })),
        new("COERCE0003", "handler with a variable of the caller", static (actor, random) =>
            With(actor, random, static handler => handler.IsAsync || handler.Reply == ReplyShape.Deferred ? null : handler with { Passing = "ref " })),
        new("COERCE0004", "two handlers", static (actor, random) => actor.Handlers.Where(IsMessage).ToArray() is [_, ..] messages
            ? actor with { Clutter = $"[Handles] void {Other(messages[0])}({messages[0].MessageName} again) {{ }}" } : null),
        new("COERCE0005", "handler elsewhere", static (actor, _) => actor with { Beside = "public sealed class Plain { [Handles] int On(int n) => n; }\n" }),
        new("COERCE0006", "no handler", static (actor, _) => !actor.State.IsEmpty || !actor.Handlers.All(IsMessage) ? null : actor with { Handlers = [.. actor.Handlers.Select(handler => handler with { IsHandler = false })] }),
        new("COERCE0007", "two constructors", static (actor, _) => actor.State.IsEmpty
            ? null : actor with { Clutter = $"public {actor.Name}(sbyte odd) : this({string.Join(", ", actor.State.Select(state => state.Value))}) {{ _ = odd; }}" }),
        new("COERCE0008", "name taken", static (actor, random) => actor with { Clutter = $"public int {One(random, "Messages", "Dispatcher", "Recipe")} => 0;" }),
        new("COERCE0009", "start that takes something", static (actor, _) => actor with { Start = "[OnStart] void Begin(int n) { }" }),
        new("COERCE0009", "stop that gives something", static (actor, _) => actor with { Stop = "[OnStop] int End() => 0;" }),
        new("COERCE0010", "setting out of range", static (actor, random) => actor with
        {
            Settings = One(random, "MailboxCapacity = -1", "WhenFull = MailboxPolicy.Fail", "MaxRestarts = 3", "OnFailure = FailureAction.Restart, BackoffJitter = 20"),
        }),
        new("COERCE0101", "message nobody handles", static (actor, random) => actor with
        {
            CallFirst = One(random, "actor.Tell(new System.Text.StringBuilder());\n", "await actor.AskAsync(new Version(1, 2));\n", "actor.TryTell(new Uri(\"http://localhost\"));\n"),
        }),
        new("COERCE0102", "case without a handler", static (actor, _) => actor with
        {
            Settings = "Protocol = typeof(Commands)",
            Beside = "public abstract record Commands { private Commands() { } public sealed record Go(int N) : Commands, IRequest<Commands, int>; }\n",
        }),
        new("COERCE0103", "reply that the case does not declare", static (actor, _) => actor with
        {
            Settings = "Protocol = typeof(Commands)",
            Beside = "public abstract record Commands { private Commands() { } public sealed record Go(int N) : Commands, IRequest<Commands, int>; }\n",
            Clutter = "[Handles] string OnAsync(Commands.Go go) => $\"{go.N}\";",
        }),
        new("COERCE0201", "message with a list", static (actor, _) => actor with { Clutter = "[Handles] void TakeMany(System.Collections.Generic.List<int> many) { }" }),
        new("COERCE0201", "message with a list deep inside", static (actor, _) => actor with
        {
            Beside = "public sealed record Deep(Deeper? Next, ImmutableArray<Deeper> More);\npublic sealed record Deeper(int N) { public string Text { get; set; } = \"\"; }\n",
            Clutter = "[Handles] void TakeDeep(Deep deep) { }",
        }),
        new("COERCE0202", "state for everybody", static (actor, _) => actor with { Clutter = "public int Count = 1;" }),
        new("COERCE0203", "state as reply", static (actor, _) => actor with
        {
            Clutter = "private readonly System.Collections.Generic.List<int> _all = [];\n[Handles] System.Collections.Generic.IReadOnlyList<int> GiveAll() => _all;",
        }),
        new("COERCE0204", "object around the ref", static (actor, _) => actor.IsGeneric || !actor.Containers.IsEmpty || !actor.State.IsEmpty
            ? null : actor with { CallFirst = $"_ = new {actor.Name}().ToString();\n" }),
        new("COERCE0205", "state in another thread", static (actor, _) => actor with { Clutter = "private int _runs;\n[Handles] Task Fork() => Task.Run(() => _runs++);" }),
        new("COERCE0301", "handler that blocks", static (actor, _) => actor with { Clutter = "[Handles] void Block() => Thread.Sleep(1);" }),
        new("COERCE0302", "async void", static (actor, _) => actor with { Clutter = "private async void Forget() => await Task.Yield();" }),
        new("COERCE0304", "asks itself", static (actor, _) => actor with
        {
            Clutter = $"[Handles] async Task Again(ActorContext<{ProgramWriter.RefName(actor)}> context) => await context.Self.AgainAsync();",
        }),
        new("COERCE0305", "reply that nobody awaits", static (actor, _) => actor.State.IsEmpty ? null : actor with { CallFirst = "void Forget() => actor.ShowAsync();\nForget();\n" }),
    ];

    private static RandomActor? With(RandomActor actor, Random random, Func<RandomHandler, RandomHandler?> change)
    {
        int index = random.Next(actor.Handlers.Length);
        return change(actor.Handlers[index]) is { } changed ? actor with { Handlers = actor.Handlers.SetItem(index, changed) } : null;
    }

    private static bool IsMessage(RandomHandler handler) => handler.Message != MessageShape.MethodStyle;

    private static string Other(RandomHandler handler) => handler.Name == "On" ? "OnAsync" : "On";

    private static string One(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
