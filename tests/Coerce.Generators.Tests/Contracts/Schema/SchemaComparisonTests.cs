using Coerce.CodeAnalysis.Contracts;
using Xunit;
using static Coerce.CodeAnalysis.Contracts.SchemaChangeKind;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>One difference is one change, and it breaks exactly what it breaks on the wire.</summary>
public sealed class SchemaComparisonTests
{
    [Theory]
    [InlineData("int32 a = 1;", "int64 a = 1;", "keeps the low 32 bits only")]
    [InlineData("int64 a = 1;", "int32 a = 1;", "reads every number, but of those that it sends only the low 32 bits are kept here")]
    [InlineData("uint32 a = 1;", "int32 a = 1;", "reads negative numbers as large ones")]
    [InlineData("int32 a = 1;", "uint32 a = 1;", "reads large numbers as negative ones")]
    [InlineData("bool a = 1;", "int32 a = 1;", "reads every number but 0 as true")]
    [InlineData("int32 a = 1;", "bool a = 1;", "every other number that it sends arrives here as true")]
    [InlineData("sint32 a = 1;", "sint64 a = 1;", "keeps the low 32 bits only")]
    [InlineData("int32 a = 1;", "sint32 a = 1;", "is encoded in another way")]
    [InlineData("fixed32 a = 1;", "sfixed32 a = 1;", "change their sign")]
    [InlineData("fixed32 a = 1;", "float a = 1;", "is encoded in another way")]
    [InlineData("fixed64 a = 1;", "fixed32 a = 1;", "another wire type: an old peer skips the field and reads 0")]
    [InlineData("bool a = 1;", "string a = 1;", "another wire type: an old peer skips the field and reads false")]
    [InlineData("string a = 1;", "int32 a = 1;", "another wire type: an old peer skips the field and reads it as empty")]
    [InlineData("string a = 1;", "bytes a = 1;", "refuses bytes that are no UTF-8")]
    [InlineData("bytes a = 1;", "string a = 1;", "what it sends that is no UTF-8 is refused here")]
    [InlineData("B a = 1;", "bytes a = 1;", "refuses bytes that are no encoded message")]
    [InlineData("bytes a = 1;", "B a = 1;", "reads the encoded message")]
    [InlineData("B a = 1;", "C a = 1;", "reads the fields of the new message by their numbers")]
    [InlineData("E a = 1;", "F a = 1;", "reads the number as a value of the old enum")]
    [InlineData("E a = 1;", "int64 a = 1;", "keeps the low 32 bits only")]
    [InlineData("repeated int32 a = 1;", "repeated int64 a = 1;", "keeps the low 32 bits only")]
    [InlineData("map<int32, B> a = 1;", "map<int64, B> a = 1;", "That holds for every key.")]
    [InlineData("map<int32, B> a = 1;", "map<int32, C> a = 1;", "by their numbers")]
    public void FieldType_Changed_IsBreaking(string locked, string wanted, string effect) => AssertField(FieldTypeChanged, locked, wanted, effect);

    [Theory]
    [InlineData("string a = 1;", "repeated string a = 1;", "reads the last element only")]
    [InlineData("B a = 1;", "repeated B a = 1;", "reads all elements merged into one")]
    [InlineData("int32 a = 1;", "repeated int32 a = 1;", "The numbers are packed, which is another wire type: an old peer skips them and reads 0.")]
    [InlineData("repeated int32 a = 1;", "int32 a = 1;", "of the lists that it sends only the last element is kept here")]
    [InlineData("optional int32 a = 1;", "repeated int64 a = 1;", "packed")]
    [InlineData("map<int32, B> a = 1;", "repeated B a = 1;", "A map is a list of entries on the wire")]
    [InlineData("B a = 1;", "map<int32, B> a = 1;", "A map is a list of entries on the wire")]
    public void FieldLabel_Changed_IsBreaking(string locked, string wanted, string effect) => AssertField(FieldLabelChanged, locked, wanted, effect);

    [Theory]
    [InlineData("int32 a = 1;", "optional int32 a = 1;", "reads 0 where this program sends no value")]
    [InlineData("optional string a = 1;", "string a = 1;", "reads no value where this program sends the default")]
    [InlineData("optional B a = 1;", "B a = 1;", "may send no value, which this program cannot hold")]
    public void Presence_Changed_IsBreaking(string locked, string wanted, string effect) => AssertField(PresenceChanged, locked, wanted, effect);

    [Theory]
    [InlineData("int32 a = 1; oneof o { int32 b = 2; }", "oneof o { int32 b = 1; int32 a = 1; }", "only the last of them is kept here")]
    [InlineData("oneof o { int32 a = 1; int32 b = 2; }", "int32 a = 1; oneof o { int32 b = 1; }", "it loses one of the two")]
    [InlineData("oneof o { int32 a = 1; int32 b = 2; } oneof p { int32 c = 3; }", "oneof o { int32 b = 1; } oneof p { int32 c = 1; int32 a = 1; }", "excludes it with other cases")]
    public void OneOf_Changed_IsBreaking(string locked, string wanted, string effect) => AssertField(OneOfChanged, locked, wanted, effect);

    [Theory]
    [InlineData("reserved \"a\"; int32 b = 1;", "int32 b = 1; int32 a = 2;", NameReused, "The name was another field's")]
    [InlineData("reserved 2; int32 b = 1;", "int32 b = 1; int32 a = 2;", NumberReused, "The number 2 was another field's")]
    [InlineData("string b = 1;", "int32 a = 1;", NumberReused, "The number 1 was another field's")]
    [InlineData("reserved 2 to max; int32 b = 1;", "int32 b = 1; int32 a = 20;", NumberReused, "No number is left for it")]
    [InlineData("int32 a = 1;", "int32 a = 5;", NumberChanged, "sends and expects it as 1")]
    [InlineData("oneof o { int32 a = 1; int32 b = 2; }", "oneof o { int32 b = 2; }", CaseRemoved, "may still send this case of o")]
    public void Number_OrCase_IsBreaking(string locked, string wanted, object kind, string effect)
    {
        SchemaChange change = Compare(Message(locked), Message(wanted), isNumbered: true).Single(one => one.IsBreaking);

        Assert.Equal((kind, "A", "a"), (change.Kind, change.Message, change.Member));
        Assert.Contains(effect, change.WhatAnOldPeerReads);
    }

    [Theory]
    [InlineData("int32 a = 1;", "int32 a = 1; int32 b = 0x2;", FieldAdded, "b", "", "int32", "skips it")]
    [InlineData("int32 a = 1; string b = 2;", "int32 a = 1;", FieldRemoved, "b", "string", "", "reads the default")]
    [InlineData("int32 a = 1;", "int32 b = 1;", FieldRenamed, "b", "a", "b", "The number 1 stays")]
    [InlineData("oneof o { int32 a = 1; }", "oneof o { int32 a = 1; bool b = 2; }", CaseAdded, "b", "", "bool in oneof o", "refuses the message with an error that names its type")]
    [InlineData("oneof o { int32 a = 1; }", "oneof p { int32 a = 1; }", OneOfRenamed, null, "o", "p", "does not travel")]
    [InlineData("E a = 1;", "int32 a = 1;", FieldTypeChanged, "a", "bank.E", "int32", "The bytes are the same")]
    [InlineData("repeated int32 a = 1;", "repeated E a = 1;", FieldTypeChanged, "a", "repeated int32", "repeated bank.E", "The bytes are the same")]
    public void Field_HarmlessChange_IsOutOfDate(string locked, string wanted, object kind, string? member, string old, string now, string effect) =>
        AssertOutOfDate(Message(locked), Message(wanted), kind, "A", member, old, now, effect);

    [Theory]
    [InlineData("", "message New { }", MessageAdded, "New", "", "New", "does not know the message")]
    [InlineData("", "enum New { Z = 0; }", EnumAdded, "New", "", "New", "knows no field that has it")]
    [InlineData("", "service New { }", ServiceAdded, "New", "", "New", "does not know the actor")]
    [InlineData("message A { Old b = 1; } message Old { int32 x = 1; }", "message A { Now b = 1; } message Now { int32 x = 1; }", MessageRenamed, "Now", "Old", "Now", "does not travel")]
    [InlineData("message A { Old b = 1; } enum Old { OLD_Z = 0; OLD_Y = 1; }", "message A { Now b = 1; } enum Now { NOW_Z = 0; NOW_Y = 1; }", EnumRenamed, "Now", "Old", "Now", "does not travel")]
    public void Declaration_AddedOrRenamed_IsOutOfDate(string locked, string wanted, object kind, string name, string old, string now, string effect) =>
        AssertOutOfDate(Text(locked), Text(wanted), kind, name, null, old, now, effect);

    [Fact]
    public void Import_Missing_IsOutOfDate() =>
        AssertOutOfDate(Text(""), Text("import \"coerce/actor_ref.proto\";"), ImportMissing, "", null, "", "coerce/actor_ref.proto", "Nothing travels differently");

    [Theory]
    [InlineData("P = 0; Q = 1;", "P = 0; Q = 2;", EnumNumberChanged, "Q", true, "An old peer has no name for 2")]
    [InlineData("P = 0; Q = 1; R = 2;", "P = 0; Q = 2; R = 2;", EnumNumberChanged, "Q", true, "An old peer reads 2 as R.")]
    [InlineData("P = 0; Q = 1;", "P = 0;", EnumValueRemoved, "Q", true, "may still send 1")]
    [InlineData("option allow_alias = true; P = 0; Q = 1; R = 1;", "P = 0; Q = 1;", EnumValueRemoved, "R", false, "reads the same")]
    [InlineData("P = 0; Q = 1;", "P = 0; R = 1;", EnumValueRenamed, "R", false, "reads it as Q")]
    [InlineData("P = 0;", "P = 0; Q = 1;", EnumValueAdded, "Q", false, "keeps the number 1")]
    [InlineData("reserved 1; P = 0;", "P = 0; Q = 1;", NumberReused, "Q", true, "The number 1 was another value's")]
    [InlineData("reserved \"Q\"; P = 0;", "P = 0; Q = 1;", NameReused, "Q", true, "The name was another value's")]
    public void EnumValue_Changed_IsBreakingWhereItMeansAnother(string locked, string wanted, object kind, string member, bool isBreaking, string effect)
    {
        SchemaChange change = Assert.Single(Compare(Text($"enum X {{ {locked} }}"), Text($"enum X {{ {wanted} }}")));

        Assert.Equal((kind, "X", member, isBreaking), (change.Kind, change.Message, change.Member, change.IsBreaking));
        Assert.Contains(effect, change.WhatAnOldPeerReads);
    }

    [Theory]
    [InlineData("rpc M (B) returns (B);", "", MethodRemoved, true, "nothing handles the message any more")]
    [InlineData("rpc M (B) returns (B);", "rpc M (C) returns (B);", InputChanged, true, "which nothing handles any more")]
    [InlineData("rpc M (stream B) returns (B);", "rpc M (B) returns (B);", InputChanged, true, "which nothing handles any more")]
    [InlineData("rpc M (B) returns (B);", "rpc M (B) returns (C);", ReplyChanged, true, "reads the reply as the old type")]
    [InlineData("rpc M (B) returns (B);", "rpc M (B) returns (stream B);", StreamChanged, true, "waits for one reply")]
    [InlineData("rpc M (B) returns (stream B);", "rpc M (B) returns (B);", StreamChanged, true, "waits for elements")]
    [InlineData("rpc M (B) returns (B);", "rpc N (B) returns (B);", MethodRenamed, false, "not of its method")]
    [InlineData("", "rpc M (B) returns (B);", MethodAdded, false, "does not call it")]
    public void Method_Changed_IsBreakingWhereCallsFail(string locked, string wanted, object kind, bool isBreaking, string effect)
    {
        SchemaChange change = Assert.Single(Compare(Service(locked), Service(wanted)), one => one.Message == "S");

        Assert.Equal((kind, "M", isBreaking), (change.Kind, change.Member, change.IsBreaking));
        Assert.Contains(effect, change.WhatAnOldPeerReads);

        static string Service(string methods) => Text($"service S {{ {methods} }} service Keeps {{ rpc B (.bank.B) returns (.bank.C); }}");
    }

    [Fact]
    public void Service_Removed_IsOneBreakingChange() =>
        Assert.Equal((ServiceRemoved, true, "S"), Single(Text("service S { rpc M (B) returns (B); rpc N (C) returns (C); } service K { rpc B (.bank.B) returns (.bank.C); }"), Text("service K { rpc B (.bank.B) returns (.bank.C); }")));

    [Fact]
    public void Package_Changed_IsOneBreakingChange() =>
        Assert.Equal((PackageChanged, true, ""), Single(Message("B b = 1;"), Message("B b = 1;").Replace("package bank", "package other")));

    [Fact]
    public void SentMessage_Renamed_IsOneBreakingChange() => Assert.Equal(
        (MessageRenamed, true, "PayIn"),
        Single(
            Text("message Deposit { int32 amount = 3; } message Batch { oneof o { Deposit deposit = 1; } } service S { rpc Deposit (.bank.Deposit) returns (B); }"),
            Text("message PayIn { int32 amount = 3; } message Batch { oneof o { PayIn pay_in = 1; } } service S { rpc PayIn (.bank.PayIn) returns (B); }")));

    [Fact]
    public void RemovedMessage_OfRemovedCase_GoesWithIt()
    {
        IReadOnlyList<SchemaChange> changes = Compare(
            Text("message A { oneof o { B b = 1; Gone gone = 2; } } message Gone { Inner inner = 1; } message Inner { } message Own { C c = 1; }"),
            Text("message A { oneof o { B b = 1; } }"));

        Assert.Equal([(CaseRemoved, "A"), (MessageRemoved, "Gone"), (MessageRemoved, "Inner")], changes.Select(change => (change.Kind, change.Message)));
    }

    [Fact]
    public void LikeFields_Renamed_ArePairedInOrder()
    {
        IReadOnlyList<SchemaChange> changes = Compare(Message("int32 a = 1; int32 b = 2; string c = 3;"), Message("string z = 1; int32 x = 1; int32 y = 1;"));

        Assert.Equal([("c", "z"), ("a", "x"), ("b", "y")], changes.Select(change => (change.Old, change.New)));
        Assert.All(changes, change => Assert.Equal(FieldRenamed, change.Kind));
    }

    [Theory]
    [InlineData("int32 a = 1;", "// said\n int32 a = 1 [deprecated = true];")]
    [InlineData("int32 a = 1; bool b = 2;", "bool b = 2; int32 a = 1;")]
    [InlineData("oneof o { int32 a = 1; bool b = 2; } bool c = 3;", "bool c = 3; oneof o { bool b = 2; int32 a = 1; }")]
    public void Comments_OptionsAndOrder_AreNoChange(string locked, string wanted) => Assert.Empty(Compare(Message(locked), Message(wanted)));

    [Fact]
    public void FileWithErrors_Compare_SaysNothing() => Assert.Empty(SchemaComparison.Compare(ProtoParser.Parse("syntax = \"proto3\"; message"), Parse(Text("")).Schema));

    [Fact]
    public void Change_Position_IsThatOfTheName()
    {
        string text = Message("int32 a = 1;");
        ProtoPosition position = Assert.Single(Compare(text, Message("string a = 1;"))).Position!.Value;

        Assert.Equal("a", text.Substring(position.Start, position.Length));
        Assert.Equal(text.IndexOf("a = 1"), position.Start);
    }

    private static void AssertField(SchemaChangeKind kind, string locked, string wanted, string effect)
    {
        SchemaChange change = Assert.Single(Compare(Message(locked), Message(wanted)));

        Assert.Equal((kind, true, "A", "a"), (change.Kind, change.IsBreaking, change.Message, change.Member));
        Assert.Contains(effect, change.WhatAnOldPeerReads);
        Assert.NotEqual(change.Old, change.New);
    }

    private static void AssertOutOfDate(string locked, string wanted, object kind, string name, string? member, string old, string now, string effect)
    {
        SchemaChange change = Assert.Single(Compare(locked, wanted));

        Assert.Equal((kind, false, name, member, old, now), (change.Kind, change.IsBreaking, change.Message, change.Member, change.Old, change.New));
        Assert.Contains(effect, change.WhatAnOldPeerReads);
    }

    private static (SchemaChangeKind, bool, string) Single(string locked, string wanted)
    {
        SchemaChange change = Assert.Single(Compare(locked, wanted));
        return (change.Kind, change.IsBreaking, change.Message);
    }

    private static IReadOnlyList<SchemaChange> Compare(string locked, string wanted, bool isNumbered = false)
    {
        ProtoFile file = ProtoParser.Parse(locked);
        Assert.Empty(file.Errors);
        Schema numbered = Parse(wanted).Schema;
        Schema schema = numbered with { Messages = [.. numbered.Messages.Select(message => message with { Fields = [.. message.Fields.Select(field => field with { Number = 0 })] })] };

        // What breaks is mended by the update, as long as there is a number left.
        ProtoFile updated = ProtoParser.Parse(SchemaUpdate.Apply(locked, schema));
        Assert.Equal(locked.Contains("to max"), SchemaComparison.Compare(updated, schema).Count > 0);
        return SchemaComparison.Compare(file, isNumbered ? numbered : schema);
    }

    // Numbers do not matter on the wanted side, and may repeat.
    private static ProtoFile Parse(string text)
    {
        ProtoFile file = ProtoParser.Parse(text);
        Assert.All(file.Errors, error => Assert.Contains("is that of", error.Message));
        return file;
    }

    private static string Message(string fields) => Text($"message A {{ {fields} }}");

    private static string Text(string declarations) =>
        $"syntax = \"proto3\"; package bank; message B {{ int32 of_b = 1; }} message C {{ int32 of_c = 1; }} enum E {{ E_Z = 0; E_Y = 1; }} enum F {{ F_Z = 0; F_Y = 1; }} {declarations}";
}
