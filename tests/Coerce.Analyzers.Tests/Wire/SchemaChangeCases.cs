using static Coerce.Analyzers.Tests.Wire.SchemaChangeCase;

namespace Coerce.Analyzers.Tests.Wire;

/// <summary>The changes that people make.</summary>
internal static class SchemaChangeCases
{
    private const string Plain = "public sealed record Order(string Name, uint Amount);";
    private const string Value = "new Order(\"a\", 5)";
    private const string Enum = "public enum Color { Red, Green } public sealed record Order(Color Color);";
    private const string Green = "new Order(Color.Green)";
    private const string Union = """
        public abstract record Pay { public sealed record Cash(uint Amount) : Pay; public sealed record Card(string Number) : Pay; }
        public sealed record Order(Pay Pay);
        """;

    private const string Card = "new Order(new Pay.Card(\"n\"))";

    internal static IEnumerable<SchemaChangeCase> All =>
    [
        // what both sides live with
        Allowed("nothing", Plain, Value, Plain, Value, "{'name':'a','amount':5}", "{'name':'a','amount':5}", ids: ""),
        Allowed("field at the end", Plain, Value, "public sealed record Order(string Name, uint Amount, bool Paid);", "new Order(\"a\", 5, true)",
            "{'name':'a','amount':5,'paid':false}", "{'name':'a','amount':5}", "'Order.paid' is new"),
        Allowed("field in front", Plain, Value, "public sealed record Order(bool Paid, string Name, uint Amount);", "new Order(true, \"a\", 5)",
            "{'paid':false,'name':'a','amount':5}", "{'name':'a','amount':5}"),
        Allowed("nullable field added", Plain, Value, "public sealed record Order(string Name, uint Amount, string? Note);", "new Order(\"a\", 5, \"n\")",
            "{'name':'a','amount':5,'note':null}", "{'name':'a','amount':5}"),
        Allowed("list added", Plain, Value, "public sealed record Order(string Name, uint Amount, ImmutableArray<int> Lines);", "new Order(\"a\", 5, [1, 2])",
            "{'name':'a','amount':5,'lines':[]}", "{'name':'a','amount':5}"),
        Allowed("record added", Plain, Value, "public sealed record Line(int Count); public sealed record Order(string Name, uint Amount, Line Line);", "new Order(\"a\", 5, new(3))",
            "{'name':'a','amount':5,'line':{'count':0}}", "{'name':'a','amount':5}"),
        Allowed("map added", Plain, Value, "public sealed record Order(string Name, uint Amount, ImmutableDictionary<string, int> Counts);",
            "new Order(\"a\", 5, ImmutableDictionary<string, int>.Empty.Add(\"k\", 1))", "{'name':'a','amount':5,'counts':{}}", "{'name':'a','amount':5}"),
        Allowed("field removed", Plain, Value, "public sealed record Order(string Name);", "new Order(\"a\")", "{'name':'a'}", "{'name':'a','amount':0}", "'Order.amount' is gone"),
        Allowed("all fields removed", Plain, Value, "public sealed record Order;", "new Order()", "{}", "{'name':'','amount':0}"),
        Allowed("order of members", Plain, Value, "public sealed record Order(uint Amount, string Name);", "new Order(5, \"a\")",
            "{'amount':5,'name':'a'}", "{'name':'a','amount':5}", ids: ""),
        Allowed("field renamed", Plain, Value, "public sealed record Order(string Name, uint Count);", "new Order(\"a\", 5)",
            "{'name':'a','count':5}", "{'name':'a','amount':5}", "'Order.count' was 'amount' and is now 'count'"),
        Allowed("record to struct", Plain, Value, "public readonly record struct Order(string Name, uint Amount);", Value, "{'name':'a','amount':5}", "{'name':'a','amount':5}", ids: ""),
        Allowed("parameters to properties", Plain, Value, "public sealed class Order { public string Name { get; init; } = \"\"; public uint Amount { get; init; } }",
            "new Order { Name = \"a\", Amount = 5 }", "{'name':'a','amount':5}", "{'name':'a','amount':5}", ids: ""),
        Allowed("array to list", "public sealed record Order(ImmutableArray<int> Lines);", "new Order([1, 2])", "public sealed record Order(ImmutableList<int> Lines);",
            "new Order([1, 2])", "{'lines':[1,2]}", "{'lines':[1,2]}", ids: ""),
        Allowed("smaller integer in C#", "public sealed record Order(int Count);", "new Order(7)", "public sealed record Order(short Count);", "new Order(7)",
            "{'count':7}", "{'count':7}", ids: ""),
        Allowed("value of an enum added", Enum, Green, "public enum Color { Red, Green, Blue } public sealed record Order(Color Color);", "new Order(Color.Blue)",
            "{'color':'Green'}", "{'color':'2'}", "'Color.COLOR_BLUE' is new"),
        Allowed("value of an enum renamed", Enum, Green, "public enum Color { Red, Lime } public sealed record Order(Color Color);", "new Order(Color.Lime)",
            "{'color':'Lime'}", "{'color':'Green'}"),
        Allowed("enum to integer", Enum, Green, "public sealed record Order(int Color);", "new Order(1)", "{'color':1}", "{'color':'Green'}"),
        Allowed("case added", Union, Card, Union.Replace(" }\n", " public sealed record Later(int Days) : Pay; }\n", StringComparison.Ordinal), "new Order(new Pay.Later(3))",
            "{'pay':{'card':{'number':'n'}}}",
            "test.Order, field pay: has none of the cases that this program knows. The sender may know more of them: update this program first, then its peers."),
        Allowed("member of a case added", Union, Card, Union.Replace("string Number", "string Number, bool Debit", StringComparison.Ordinal), "new Order(new Pay.Card(\"n\", true))",
            "{'pay':{'card':{'number':'n','debit':false}}}", "{'pay':{'card':{'number':'n'}}}"),
        Allowed("message added to an actor", Plain, Value, Plain + " [Actor(\"other\")] public sealed partial class Other { [Handles] int Get() => 1; }", Value,
            "{'name':'a','amount':5}", "{'name':'a','amount':5}", "'OtherActor' is new"),

        // what one of the sides would misread
        Breaking("text to number", Plain, Value, "public sealed record Order(int Name, uint Amount);", "new Order(1, 5)", "'Order.name' was 'string' and is now 'int32'"),
        Breaking("number widened", Plain, Value, "public sealed record Order(string Name, ulong Amount);", Value, "'Order.amount' was 'uint32' and is now 'uint64'"),
        Breaking("sign changed", Plain, Value, "public sealed record Order(string Name, int Amount);", Value, "'int32'"),
        Breaking("number to double", Plain, Value, "public sealed record Order(string Name, double Amount);", Value, "'double'"),
        Breaking("text to bytes", Plain, Value, "public sealed record Order(ImmutableArray<byte> Name, uint Amount);", "new Order([1], 5)", "'bytes'"),
        Breaking("number to bool", Plain, Value, "public sealed record Order(string Name, bool Amount);", "new Order(\"a\", true)", "'bool'"),
        Breaking("scalar to list", Plain, Value, "public sealed record Order(string Name, ImmutableArray<uint> Amount);", "new Order(\"a\", [5])", "repeated"),
        Breaking("list to scalar", "public sealed record Order(ImmutableArray<uint> Amount);", "new Order([5])", "public sealed record Order(uint Amount);", "new Order(5)", "repeated"),
        Breaking("list to map", "public sealed record Order(ImmutableArray<uint> Amount);", "new Order([5])", "public sealed record Order(ImmutableDictionary<uint, uint> Amount);",
            "new Order(ImmutableDictionary<uint, uint>.Empty)", "map"),
        Breaking("key of a map", "public sealed record Order(ImmutableDictionary<int, int> Map);", "new Order(ImmutableDictionary<int, int>.Empty)",
            "public sealed record Order(ImmutableDictionary<string, int> Map);", "new Order(ImmutableDictionary<string, int>.Empty)", "map"),
        Breaking("made nullable", Plain, Value, "public sealed record Order(string Name, uint? Amount);", Value, "optional"),
        Breaking("nullable no more", "public sealed record Order(uint? Amount);", "new Order(5)", "public sealed record Order(uint Amount);", "new Order(5)", "optional"),
        Breaking("instant to duration", "public sealed record Order(DateTimeOffset At);", "new Order(default)", "public sealed record Order(TimeSpan At);", "new Order(default)", "Duration"),
        Breaking("another record", "public sealed record A(int X); public sealed record B(string X); public sealed record Order(A Part, B Other);", "new Order(new(1), new(\"b\"))",
            "public sealed record A(int X); public sealed record B(string X); public sealed record Order(B Part, B Other);", "new Order(new(\"a\"), new(\"b\"))", "'Order.part'",
            ids: "COERCE0402 COERCE0403"),
        Breaking("number of an enum", Enum, Green, "public enum Color { Red = 1, Green = 2 } public sealed record Order(Color Color);", Green, "COLOR_RED",
            ids: "COERCE0402 COERCE0403"),
        Breaking("value of an enum removed", Enum, Green, "public enum Color { Red } public sealed record Order(Color Color);", "new Order(Color.Red)", "'Color.COLOR_GREEN' is gone"),
        Breaking("case removed", Union, Card, Union.Replace("public sealed record Cash(uint Amount) : Pay;", "", StringComparison.Ordinal), Card, "'Pay.cash' is gone", ids: "COERCE0402 COERCE0403"),
        Breaking("record to hierarchy", "public sealed record Pay(uint Amount); public sealed record Order(Pay Pay);", "new Order(new Pay(1))", Union, Card, "Pay", ids: "COERCE0403"),
        Breaking("message renamed", Plain + " public sealed record Ping(int X); [Actor(\"p\")] public sealed partial class P { [Handles] void On(Ping m) { } }", Value,
            Plain + " public sealed record Pong(int X); [Actor(\"p\")] public sealed partial class P { [Handles] void On(Pong m) { } }", Value, "Pong"),
        Breaking("reply changed", Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] int Get() => 1; }", Value,
            Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] string Get() => \"\"; }", Value, "StringValue"),
        Breaking("reply to stream", Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] int Get() => 1; }", Value,
            Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] async IAsyncEnumerable<int> Get() { await Task.Yield(); yield return 1; } }", Value, "stream"),
        Breaking("handler removed", Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] int Get() => 1; [Handles] int Other() => 1; }", Value,
            Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] int Other() => 1; }", Value, "'PActor.Get' is gone", ids: "COERCE0402 COERCE0403"),
        Breaking("actor removed", Plain + " [Actor(\"p\")] public sealed partial class P { [Handles] int Get() => 1; }", Value, Plain, Value, "'PActor' is gone", ids: "COERCE0402 COERCE0403"),
        Breaking("collection of records to one", "public sealed record L(int X); public sealed record Order(ImmutableArray<L> Lines);", "new Order([new(1)])",
            "public sealed record L(int X); public sealed record Order(L Lines);", "new Order(new(1))", "'Order.lines'"),
    ];
}
