using System.Collections.Immutable;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>Draws actors. The same seed gives the same ones.</summary>
internal sealed class RandomActors(int seed)
{
    private static readonly string[] TypeNames = ["Account", "Meter", "@class", "@event", "@record", "Größe", "消息処理", "Ωmega", "_Under", "A", "Kβ2", "@Ordinary"];

    private static readonly string[] MethodNames =
        ["Add", "Read", "@return", "@switch", "Überweisen", "計算", "GetAsync", "Handle", "_hidden", "X1", "@await", "Name", "Push"];

    private static readonly string[] Clutters =
    [
        "",
        "// [Handles] int On(Nothing n) => 0;",
        "#region Odd\n#if NEVER\n[Handles] static void Never() { }\n#endif\n#endregion",
        "private static readonly ImmutableArray<int> Table = [1, 2, 3];\nprivate int Sum => Table.Length;",
        "private sealed class Helper { public int On(int n) => n; }\nprivate readonly Helper _helper = new();\nprivate int Help() => _helper.On(1);",
        "public override string ToString() => \"odd\";",
        "private T2 Same<T2>(T2 value) => value;\nprivate int Local() { int On(int n) => n; return On(Same(3)); }",
        "private const int Most = 3;\nprivate event EventHandler? Changed;\nprivate void Raise() => Changed?.Invoke(this, EventArgs.Empty);",
    ];

    private static readonly string[] SettingChoices =
    [
        "", "", "",
        "\"wire.name{0}\"",
        "MailboxCapacity = 16, WhenFull = MailboxPolicy.Wait",
        "OnFailure = FailureAction.Restart, MaxRestarts = 3, RestartWindowMilliseconds = 1_000",
        "\"other.{0}\", OnFailure = FailureAction.Stop",
        "MailboxCapacity = 1_000, WhenFull = MailboxPolicy.DropOldest",
    ];

    private static readonly string[] Starts =
    [
        "", "", "[OnStart] void Begin() { }", "[OnStart] async Task BeginAsync(CancellationToken token) => await Task.Yield();",
        "[OnStart] private ValueTask Started() => default;",
    ];

    private static readonly string[] Stops =
        ["", "", "[OnStop] void End() { }", "[OnStop] ValueTask EndAsync() => default;", "[OnStop] async Task Ended() { await Task.Yield(); }"];

    private readonly Random _random = new(seed);

    internal RandomActor Next(int number)
    {
        bool isGeneric = Chance(6);
        string name = One(TypeNames);
        ImmutableArray<string> containers = Containers();
        return new RandomActor(number, name, Handlers(number, isGeneric))
        {
            NamespacePrefix = One(["", "", "Näme.", "@namespace.@using.", "Coerce.Users.", "System.Custom."]),
            IsFileScoped = Chance(2),
            Containers = containers,
            Access = One(["public ", "public ", "internal ", containers.IsEmpty ? "" : "internal "]),
            IsSealed = !Chance(5),
            IsGeneric = isGeneric,
            Constraint = isGeneric ? One(["", "where T : notnull", "where T : struct", "where T : struct, IComparable<T>", "where T : IEquatable<T>"]) : "",
            Settings = string.Format(null, One(SettingChoices), number),
            State = Payloads(_random.Next(3)),
            HasPrimaryConstructor = Chance(2),
            Start = One(Starts),
            Stop = One(Stops),
            Clutter = One(Clutters),
        };
    }

    private ImmutableArray<string> Containers() => _random.Next(6) switch
    {
        0 => ["public static partial class Outer"],
        1 => ["public partial record Outer(int X)", "public partial struct @struct"],
        2 => ["public partial interface IOuter"],
        _ => [],
    };

    private ImmutableArray<RandomHandler> Handlers(int number, bool isGeneric)
    {
        var handlers = ImmutableArray.CreateBuilder<RandomHandler>();
        string[] methods = [.. MethodNames.OrderBy(_ => _random.Next())];
        HashSet<string> messages = new(StringComparer.Ordinal);
        for (int i = 0, count = _random.Next(1, 7); i < count; i++)
        {
            ImmutableArray<Payload> inputs = Payloads(_random.Next(1, 4));
            MessageShape shape = One(Enum.GetValues<MessageShape>());

            // A generic actor gives T back once; the caller makes it an Actor<int>.
            if (isGeneric && i == 0) (shape, inputs) = (MessageShape.MethodStyle, [new Payload("T", "7")]);

            // A message that is null is none, so those that can be are not messages themselves.
            if (shape == MessageShape.Payload) inputs = [inputs[0].Type.EndsWith('?') ? Payload.All[0] : inputs[0]];
            string message = shape switch
            {
                MessageShape.MethodStyle => "",
                MessageShape.Payload => inputs[0].Type,
                MessageShape.Generic => $"M{number}x{i}<{inputs[0].Type}>",
                _ => $"M{number}x{i}",
            };
            if (shape == MessageShape.Payload && !messages.Add(message)) continue;

            handlers.Add(Handler(shape == MessageShape.MethodStyle ? methods[i] : One(["On", "On", "OnAsync"]), shape, message, inputs));
        }

        return handlers.Count == 0 ? Handlers(number, isGeneric) : handlers.ToImmutable();
    }

    private RandomHandler Handler(string name, MessageShape shape, string message, ImmutableArray<Payload> inputs)
    {
        ReplyShape reply = One(Enum.GetValues<ReplyShape>());
        return new RandomHandler(name, shape, message, inputs, reply, _random.Next(inputs.Length))
        {
            Access = One(["", "", "private ", "public ", "internal "]),
            TakesContext = Chance(4),
            TakesToken = reply != ReplyShape.Stream && Chance(4),
            Yields = Chance(2),
            IsReentrant = reply is ReplyShape.Task or ReplyShape.ValueTask or ReplyShape.TaskAlone or ReplyShape.ValueTaskAlone && Chance(5),
            IsInOtherPart = Chance(4),
        };
    }

    private ImmutableArray<Payload> Payloads(int count) => [.. Enumerable.Range(0, count).Select(_ => One(Payload.All))];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T One<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
