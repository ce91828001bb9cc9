using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>What the parser reads is what protoc reads, and what protoc refuses it refuses with words of its own.</summary>
public sealed class ProtoParserTests
{
    public static TheoryData<string> Odd() => [.. OddFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Odd))]
    public void OddFile_Parse_AgreesWithProtoc(string name)
    {
        string text = OddFiles.All[name];

        ProtoFile file = ProtoParser.Parse(text);

        Assert.Empty(file.Errors);
        Schema expected = DescriptorSchema.Of(Protoc.Describe(text));
        Assert.Equal(expected.Package, file.Schema.Package);
        Assert.Equal(expected.Imports, file.Schema.Imports);
        Assert.Equal(expected.Services, file.Schema.Services);
        Assert.Equal(expected.Messages.OrderBy(one => one.Name), file.Schema.Messages.OrderBy(one => one.Name));
        Assert.Equal(expected.Enums.OrderBy(one => one.Name), file.Schema.Enums.OrderBy(one => one.Name));
    }

    [Theory]
    [InlineData("", 1, 1, "The file does not say that it is proto3: write syntax = \"proto3\"; as its first statement.")]
    [InlineData("syntax = \"proto2\";", 1, 10, "Only proto3 is read: write syntax = \"proto3\";")]
    [InlineData("edition = \"2023\";", 1, 1, "Editions are not read: write syntax = \"proto3\";")]
    [InlineData("$\nmessage A { required int32 x = 1; }", 2, 13, "proto3 has no required fields: remove 'required'.")]
    [InlineData("$\nmessage A { repeated group G = 1 { } }", 2, 22, "proto3 has no groups: declare a message and a field of its type.")]
    [InlineData("$\nmessage A { extensions 100 to 200; }", 2, 13, "proto3 has no extension ranges: write a field of type google.protobuf.Any instead.")]
    [InlineData("$\nmessage A { }\nextend A { int32 x = 1; }", 3, 1, "Extensions are not read here: declare custom options in a file of their own, and import it.")]
    [InlineData("$\nmessage A {\n  int32 x = 1\n}", 4, 1, "';' is missing behind the field x: write it in front of '}'.")]
    [InlineData("$\nmessage A {\n  int32 x;\n}", 3, 10, "'=' is missing behind the name of the field x, in front of its number: write it in front of ';'.")]
    [InlineData("$\nmessage A { int32 x = 0; }", 2, 23, "The number of the field x must be from 1 to 536870911: 0 is not.")]
    [InlineData("$\nmessage A { int32 x = 19000; }", 2, 23, "The numbers from 19000 to 19999 belong to protobuf itself: give x another.")]
    [InlineData("$\nmessage A { int32 x = 1; int32 y = 1; }", 2, 36, "The number 1 is that of x: give y another.")]
    [InlineData("$\nmessage A { int32 x = 1; int32 x = 2; }", 2, 32, "x is declared twice here: give one of the two another name.")]
    [InlineData("$\nmessage A { reserved 2 to 4; int32 x = 3; }", 2, 40, "The number 3 is reserved: give x another.")]
    [InlineData("$\nmessage A { reserved \"x\"; int32 x = 3; }", 2, 33, "The name x is reserved: give it another, or take \"x\" out of what is reserved.")]
    [InlineData("$\nmessage A { reserved 2 to 4, 3; }", 2, 22, "A reserves a number twice: write each once.")]
    [InlineData("$\nmessage A { reserved x; }", 2, 22, "A reserved name stands in quotes: write reserved \"x\";")]
    [InlineData("$\nmessage A { reserved 4 to 2; }", 2, 22, "These numbers end before they begin: write 2 to 4.")]
    [InlineData("$\nmessage A { oneof o { } }", 2, 13, "The oneof o has no case: write one, or remove it.")]
    [InlineData("$\nmessage A { oneof o { repeated int32 x = 1; } }", 2, 23, "A case of a oneof has no label: remove 'repeated'.")]
    [InlineData("$\nmessage A { map<float, int32> x = 1; }", 2, 17, "The keys of a map are whole numbers, bool or string: 'float' is none of them.")]
    [InlineData("$\nmessage A { optional map<int32, int32> x = 1; }", 2, 22, "A map has no label and is no case of a oneof: write it as a field of its own.")]
    [InlineData("$\nmessage A { B x = 1; }", 2, 13, "There is no type B: declare it, or import the file that does.")]
    [InlineData("$\nmessage A { message B { } B.C x = 1; }", 2, 27, "B.C leads into the B of this file, which has no such type: write .B.C for the one outside, or declare it.")]
    [InlineData("$\nenum E { A = 1; }", 2, 14, "The first value of an enum is its default and has the number 0: move that one in front of A.")]
    [InlineData("$\nenum E { A = 0; B = 0; }", 2, 21, "The number 0 is that of A: give B another, or write option allow_alias = true;")]
    [InlineData("$\nenum E { A = 0; }\nenum F { A = 0; }", 3, 10, "A is declared twice here: give one of the two another name.")]
    [InlineData("$\nenum E { }", 2, 1, "The enum E has no value: write one with the number 0.")]
    [InlineData("$\nmessage A { }\nservice S { rpc M (A) (A); }", 3, 23, "'returns' is missing behind the input of M: write returns and the type of the reply.")]
    [InlineData("$\nmessage A { }\nservice S { rpc A (A) returns (.A); }", 3, 20, "A means the rpc of that name here: write .A for the message.")]
    [InlineData("$\nmessage A {", 2, 1, "This message has no end: write } behind its last member.")]
    [InlineData("$\n}", 2, 1, "This '}' closes nothing: remove it.")]
    [InlineData("$\nfoo;", 2, 1, "'foo' begins no statement that may stand here: write a message, enum or service, or remove it.")]
    [InlineData("$\n/* no end", 2, 1, "This comment has no end: write */ behind it.")]
    [InlineData("$\n/* a /* b */ */", 2, 6, "Comments of this kind cannot be nested: remove this /*.")]
    [InlineData("$\nimport \"a;", 2, 8, "This string has no end: write \" behind it, on the same line.")]
    [InlineData("$\nmessage Größe { }", 2, 11, "The character 'ö' has no place in a proto file: remove it, or put it into a comment or a string.")]
    public void WrongFile_Parse_SaysWhatToWrite(string text, int line, int column, string message)
    {
        text = text.Replace("$", "syntax = \"proto3\";");

        Assert.Equal(new ProtoError(line, column, message), ProtoParser.Parse(text).Errors[0]);
        Assert.Equal(IsOfAnotherKind(text), Protoc.ErrorsOf(text).Length == 0);
    }

    // What protoc reads, and Coerce does not.
    private static bool IsOfAnotherKind(string text) => text.Length == 0 || text.Contains("proto2") || text.StartsWith("edition");

    [Fact]
    public void TwoMistakes_Parse_AreBothReported()
    {
        ProtoFile file = ProtoParser.Parse("""
            syntax = "proto3";
            message A { int32 = 1; string kept = 2; }
            message B { repeated map<int32, int32> x = 3; A a = 1 }
            message C { A a = 1; }
            """);

        Assert.Equal([2, 3, 3], file.Errors.Select(error => error.Line));
        Assert.Equal("kept", Assert.Single(file.Schema.Messages[0].Fields).Name);
        Assert.Equal("A", Assert.Single(file.Schema.Messages[2].Fields).Type);
    }

    [Fact]
    public void DeepNesting_Parse_IsRefused()
    {
        ProtoFile deep = ProtoParser.Parse(Nested(31));
        ProtoFile tooDeep = ProtoParser.Parse(Nested(100_000));

        Assert.Empty(deep.Errors);
        Assert.Equal("", Protoc.ErrorsOf(Nested(31)));
        Assert.Equal("Messages are nested more than 31 deep: move this one out of the others.", tooDeep.Errors[0].Message);

        static string Nested(int depth) => "syntax = \"proto3\";\n" + string.Concat(Enumerable.Repeat("message A { ", depth)) + new string('}', depth);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Declarations_Find_GivesLineAndColumn(string lineEnd)
    {
        string text = string.Join(lineEnd, "\uFEFFsyntax = \"proto3\";", "message A {", "  message B {", "    oneof o { int32 inner = 1; }", "  }", "}");

        ProtoPosition position = ProtoParser.Parse(text).Find("A.B", "inner")!.Value;

        Assert.Equal((4, 21, "inner"), (position.Line, position.Column, text.Substring(position.Start, position.Length)));
    }

    [Fact]
    public void Schema_OfTwoLayouts_IsEqual()
    {
        Schema one = ProtoParser.Parse("syntax = \"proto3\"; message A { int32 x = 1; reserved 3; }").Schema;
        Schema other = ProtoParser.Parse("// said\nsyntax='proto3';;\nmessage A {\n  int32 x = 0x1 [deprecated = true]; // so\n\n reserved 3; }").Schema;

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
