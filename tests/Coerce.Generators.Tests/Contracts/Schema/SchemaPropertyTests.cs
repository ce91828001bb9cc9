using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>What holds for all schemas and all edits of them.</summary>
public sealed class SchemaPropertyTests
{
    [Fact]
    public void Write_Parse_GivesTheSchemaBack() => ForAll(500, seed =>
    {
        Schema wanted = WantedSchema.Complete(Numbering.Assign(null, new RandomSchemas(new Random(seed)).Create()));

        ProtoFile file = ProtoParser.Parse(SchemaUpdate.Apply(null, wanted));

        Assert.Empty(file.Errors);
        Assert.Equal(wanted with { Messages = [.. wanted.Messages.Select(message => message with { IsScope = false })] }, file.Schema);
    });

    [Fact]
    public void Update_OfAnyEdit_LeavesNothingToDo() => ForAll(1000, seed =>
    {
        (string text, Schema wanted) = Edited(seed);

        string updated = SchemaUpdate.Apply(text, wanted);

        ProtoFile file = ProtoParser.Parse(updated);
        Assert.Empty(file.Errors);
        Assert.Equal([], SchemaComparison.Compare(file, wanted));
        Assert.Equal(updated, SchemaUpdate.Apply(updated, wanted));
    });

    [Fact]
    public void OwnMessage_InAnyUpdate_Survives() => ForAll(500, seed =>
    {
        (string text, Schema wanted) = Edited((seed | 3) - 2);

        ProtoFile file = ProtoParser.Parse(SchemaUpdate.Apply(text, wanted));

        Assert.Contains("Mine.", file.Text);
        Assert.Equal([7, 9], file.Schema.Messages.Single(message => message.Name == "Own").Fields.Select(field => field.Number));
        Assert.Contains(file.Schema.Messages, message => message.Name == "Own.Inner");
    });

    [Fact]
    public void Comparison_WithoutChanges_MeansThatTheTextStays() => ForAll(1000, seed =>
    {
        (string text, Schema wanted) = Edited(seed);

        bool isCurrent = SchemaComparison.Compare(ProtoParser.Parse(text), wanted).Count == 0;

        Assert.Equal(isCurrent, SchemaUpdate.Apply(text, wanted) == text);
    });

    [Fact]
    public void Numbers_InAnyHistory_NeverMeanAnythingElse() => ForAll(300, seed =>
    {
        var schemas = new RandomSchemas(new Random(seed));
        Schema wanted = schemas.Create() with { Package = "" };
        string text = SchemaUpdate.Apply(null, wanted);
        for (int i = 0; i < 6; i++)
        {
            Schema before = ProtoParser.Parse(text).Schema;
            wanted = schemas.Change(wanted) with { Package = "" };
            IReadOnlyList<SchemaChange> changes = SchemaComparison.Compare(ProtoParser.Parse(text), wanted);
            text = SchemaUpdate.Apply(schemas.Relayout(text), wanted);
            Schema after = ProtoParser.Parse(text).Schema;

            Assert.All(after.Messages, message =>
            {
                if (before.Messages.SingleOrDefault(one => one.Name == message.Name) is not { } old || changes.Any(change => change.Kind is SchemaChangeKind.MessageRenamed or SchemaChangeKind.EnumRenamed)) return;
                var taken = new NumberSet(message.ReservedNumbers);
                Assert.All(old.ReservedNumbers, range => Assert.True(taken.Contains(range.Start)));
                Assert.All(old.Fields, field => Assert.True(
                    taken.Contains(field.Number) || message.Fields.Any(now => now.Number == field.Number && now.Label == field.Label && IsAlike(field.Type, now.Type, before))));
            });
        }

        // An enum may become int32 and go back.
        static bool IsAlike(string old, string now, Schema before) => old == now || old == "int32" || now == "int32";
    });

    [Fact]
    public void Assign_WithoutBreakingChanges_IsWhatTheUpdateWrites() => ForAll(1000, seed =>
    {
        (string text, Schema wanted) = Edited(seed);
        ProtoFile file = ProtoParser.Parse(text);
        if (SchemaComparison.Compare(file, wanted).Any(change => change.IsBreaking)) return;

        Schema assigned = Numbering.Assign(file.Schema, wanted);

        Assert.Equal(assigned, Numbering.Assign(ProtoParser.Parse(SchemaUpdate.Apply(text, wanted)).Schema, wanted));
        Assert.All(assigned.Messages, message => Assert.Equal(message.Fields.Count, message.Fields.Select(field => field.Number).Distinct().Count()));
    });

    [Fact]
    public void Files_ThatAreWritten_AreAcceptedByProtoc() => ForAll(40, seed =>
    {
        (string text, Schema wanted) = Edited(seed);

        Assert.Equal("", Protoc.ErrorsOf(text, SchemaUpdate.Apply(text, wanted)));
    });

    [Fact]
    public void MutatedText_Parse_NeverThrows() => ForAll(1000, seed =>
    {
        var random = new Random(seed);
        (string text, Schema wanted) = Edited(seed);
        var characters = text.ToList();
        for (int i = random.Next(6); i >= 0; i--)
        {
            int at = random.Next(characters.Count);
            if (random.Next(2) == 0) characters.RemoveRange(at, Math.Min(random.Next(20), characters.Count - at));
            else characters.InsertRange(at, Pick(random));
        }

        string mutated = new([.. characters]);
        ProtoFile file = ProtoParser.Parse(mutated);

        Assert.All(file.Errors, error => Assert.InRange(error.Line, 1, mutated.Length + 1));
        Assert.Equal(file.Errors.Count > 0, SchemaUpdate.Apply(mutated, wanted) == mutated && file.Errors.Count > 0);
        Assert.Equal(wanted.Messages.Count, Numbering.Assign(file.Schema, wanted).Messages.Count);
    });

    [Fact]
    public void AnyText_Parse_NeverThrows() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500), Prop.ForAll<string>(text => ProtoParser.Parse("syntax = \"proto3\";" + text).Root is not null));

    private static string Pick(Random random)
    {
        string[] parts = ["{", "}", "message A {", ";", "=", "\"", "'", "/*", "*/", "//", "reserved ", "1 to max", "<", ">", "map<", "oneof o {", "\0", "é", "99999999999999999999", "0x", "-", ".", "[", "]", "\r", "enum E {", "option ", "stream "];
        return parts[random.Next(parts.Length)];
    }

    /// <summary>A file, laid out somehow, and what C# declares after some edits.</summary>
    private static (string Text, Schema Wanted) Edited(int seed)
    {
        var schemas = new RandomSchemas(new Random(seed));
        Schema first = schemas.Create();
        string text = schemas.Relayout(SchemaUpdate.Apply(null, first));
        if (seed % 4 == 1) text += Own(first);
        if (seed % 3 == 0) text = schemas.Relayout(SchemaUpdate.Apply(text, first = schemas.Change(first)));
        return (text, schemas.Change(first));
    }

    // A message of somebody's own, which goes through all of it. Its comment is inside, as another layout would make one
    // before it a comment behind the declaration above, with which it may go.
    private static string Own(Schema schema)
    {
        string type = schema.Messages.Count == 0 ? "Inner" : schema.Full(schema.Messages[0].Name);
        return $"\n\nmessage Own {{\n  // Mine.\n  message Inner {{}} // too\n  .{(type == "Inner" ? schema.Full("Own.Inner") : type)} first = 7; map<bool, Inner> inner = 9;\n}}\n";
    }

    private static void ForAll(int count, Action<int> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count).WithEndSize(count), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), holds));
}
