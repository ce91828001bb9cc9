namespace Coerce.Generators.Tests.Contracts;

/// <summary>A shop whose messages have most of what contracts have.</summary>
internal static class ContractSources
{
    internal const string Message = """
        namespace Shop;
        [Contract] public sealed record Order(Guid Id, string Customer, System.Collections.Immutable.ImmutableArray<Line> Lines, [property: Sensitive] string? Note, State State = State.Open);
        public sealed record Line(string Article, int Count, decimal Price);
        public enum State { None, Open, Closed }
        """;

    internal const string Hierarchy = """
        namespace Shop;
        [Contract] public abstract record Payment { public sealed record Cash(decimal Given) : Payment; public sealed record Card(string Number, Page<Line>? Receipt) : Payment; }
        """;

    internal const string Converter = """
        [assembly: Contract(typeof(Version), Converter = typeof(Shop.VersionConverter))]
        namespace Shop;
        public sealed record VersionData(int Major, int Minor);
        public abstract class VersionConverter : IContractConverter<Version, VersionData>
        {
            public static VersionData ToData(Version value) => new(value.Major, value.Minor);
            public static Version FromData(VersionData data) => new(data.Major, data.Minor);
        }
        [Contract] public sealed record Release(Version Version, Dictionary<string, Version> Others);
        """;

    internal const string Generic = """
        namespace Shop;
        [Contract] public sealed record Page<T>(IReadOnlyList<T> Items, T First, int? Next) where T : notnull;
        [Contract] public sealed record Pages(Page<Line> Lines, Page<int> Numbers);
        """;

    internal const string Schema = """
        syntax = "proto3";

        package test;

        // An order.
        message Order {
          bytes id = 3;
          string customer = 7;
          repeated Line lines = 1;
          optional string note = 2;
          State state = 4;
        }

        message Line {
          string article = 1;
          int32 count = 2;
        }

        message VersionData {
          int32 major = 1;
          int32 minor = 2;
        }

        enum State {
          STATE_NONE = 0;
          STATE_OPEN = 1;
          STATE_CLOSED = 2;
        }
        """;
}
