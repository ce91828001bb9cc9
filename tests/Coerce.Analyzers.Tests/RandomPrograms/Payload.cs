namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>A type that messages and replies are made of, with a value of it.</summary>
/// <param name="Type">As it is written.</param>
/// <param name="Value">An expression that gives the value; twice the same.</param>
internal sealed record Payload(string Type, string Value)
{
    /// <summary>Types that any program knows, and those of <see cref="Declarations"/>.</summary>
    internal static IReadOnlyList<Payload> All { get; } =
    [
        new("int", "7"),
        new("uint", "7u"),
        new("long", "-7L"),
        new("byte", "(byte)7"),
        new("char", "'ß'"),
        new("bool", "true"),
        new("double", "0.5"),
        new("decimal", "7.25m"),
        new("string", "\"sieben \\\"消息\\\"\""),
        new("Guid", "new Guid(\"0e3ad54c-6f8c-4c43-8c45-5d9d4a1ad6ac\")"),
        new("DateTimeOffset", "DateTimeOffset.UnixEpoch"),
        new("TimeSpan", "TimeSpan.FromSeconds(7)"),
        new("DayOfWeek", "DayOfWeek.Friday"),
        new("int?", "(int?)7"),
        new("string?", "(string?)null"),
        new("(int, string)", "(7, \"x\")"),
        new("(int Count, (string Name, bool Known) Who)", "(7, (\"x\", true))"),
        new("ImmutableArray<int>", "ImmutableArray.Create(1, 2, 3)"),
        new("IReadOnlyList<string>", "new[] { \"a\", \"b\" }.ToImmutableArray()"),
        new("ImmutableDictionary<string, int>", "ImmutableDictionary<string, int>.Empty.Add(\"a\", 1)"),
        new("global::Payloads.Point", "new global::Payloads.Point(1, 2)"),
        new("global::Payloads.Person", "new global::Payloads.Person(\"Ada\", new global::Payloads.Point(1, 2))"),
        new("global::Payloads.@event", "new global::Payloads.@event(\"x\")"),
        new("global::Payloads.Größe", "global::Payloads.Größe.Groß"),
        new("global::Payloads.Pair<int, string?>", "new global::Payloads.Pair<int, string?>(7, null)"),
        new("global::Payloads.Pair<global::Payloads.Point, ImmutableArray<byte>>", "new global::Payloads.Pair<global::Payloads.Point, ImmutableArray<byte>>(new(1, 2), [1, 2])"),
        new("global::Payloads.Shape", "new global::Payloads.Shape.Circle(0.5)"),
        new("global::Payloads.Outer.Inner", "new global::Payloads.Outer.Inner { Name = \"x\" }"),
    ];

    internal const string Declarations = """
        namespace Payloads
        {
            public readonly record struct Point(int X, int Y);
            public sealed record Person(string Name, Point Home);
            public sealed record @event(string @class);
            public enum Größe { Klein, Groß }
            public readonly record struct Pair<TFirst, TSecond>(TFirst First, TSecond Second);
            public abstract record Shape { private Shape() { } public sealed record Circle(double Radius) : Shape; public sealed record Square(double Side) : Shape; }
            public static class Outer { public sealed record Inner { public required string Name { get; init; } } }
        }
        """;
}
