using Coerce.CodeAnalysis.Contracts;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>What an update makes of a file, to the letter.</summary>
public sealed class SchemaUpdateTests
{
    [Fact]
    public void NoFile_Apply_WritesOneToRead()
    {
        var comments = new SchemaComments();
        comments.Add("AccountActor", "The account of one customer.");
        comments.Add("AccountActor.Deposit", "Pays in.");
        comments.Add("Order.Line.n", "How many.\r\n\r\nNever negative.\n");
        comments.Add("Shape.kind", "One of them.");
        comments.Add("Color.COLOR_RED", "As blood.");

        string text = SchemaUpdate.Apply(null, Parse("""
            syntax = "proto3"; package bank;
            import "google/protobuf/wrappers.proto"; import "google/protobuf/timestamp.proto";
            message Shape { int32 id = 1; oneof kind { Deposit deposit = 1; string text = 1; } }
            enum Color { COLOR_UNKNOWN = 0; COLOR_RED = 1; COLOR_ROT = 1; option allow_alias = true; }
            message Order { Line first = 1; message Line { int32 n = 1; } map<string, Line> lines = 1; google.protobuf.Timestamp at = 1; repeated Color colors = 1; }
            message Deposit { uint32 amount = 1; optional string note = 1; }
            message Ping { }
            service AccountActor { rpc Deposit (bank.Deposit) returns (google.protobuf.UInt32Value); rpc Ping (.bank.Ping) returns (stream Order.Line); }
            """), comments, "Said of it.\n\nTwice.");

        Assert.Equal(
            """
            // Said of it.
            //
            // Twice.

            syntax = "proto3";

            package bank;

            import "google/protobuf/timestamp.proto";
            import "google/protobuf/wrappers.proto";

            // The account of one customer.
            service AccountActor {
              // Pays in.
              rpc Deposit (bank.Deposit) returns (google.protobuf.UInt32Value);
              rpc Ping (bank.Ping) returns (stream Order.Line);
            }

            enum Color {
              option allow_alias = true;
              COLOR_UNKNOWN = 0;
              // As blood.
              COLOR_RED = 1;
              COLOR_ROT = 1;
            }

            message Deposit {
              uint32 amount = 1;
              optional string note = 2;
            }

            message Order {
              message Line {
                // How many.
                //
                // Never negative.
                int32 n = 1;
              }

              Line first = 1;
              map<string, Line> lines = 2;
              google.protobuf.Timestamp at = 3;
              repeated Color colors = 4;
            }

            message Ping {}

            message Shape {
              int32 id = 1;
              // One of them.
              oneof kind {
                Deposit deposit = 2;
                string text = 3;
              }
            }

            """, text);
        Assert.Equal("", Protoc.ErrorsOf(text));
    }

    private const string Written = """
        // The bank's.
        syntax = "proto3";

        package bank; // ours

        option csharp_namespace = "Bank";

        message Account {
          // Who.
          string owner = 2 [deprecated = true]; // was

          /* How much,
             in cents. */
          uint32 balance = 1;

          // Of no use.
          bool old = 3; // go
          reserved 7, 9 to 11;
        }

        // Somebody's own.
        message Own { Account account = 1; }

        """;

    [Theory]
    [InlineData("string owner = 1; uint32 balance = 1; bool old = 1;", "  reserved 7, 9 to 11;\n", "  reserved 7, 9 to 11;\n")]
    [InlineData("string owner = 1; uint32 balance = 1; bool old = 1; int64 more = 1; repeated string tags = 1;", "  reserved 7, 9 to 11;\n", "  reserved 7, 9 to 11;\n  int64 more = 12;\n  repeated string tags = 13;\n")]
    [InlineData("string owner = 1; uint32 balance = 1;", "  // Of no use.\n  bool old = 3; // go\n  reserved 7, 9 to 11;\n", "  reserved 7, 9 to 11, 3;\n", "message Account {\n", "message Account {\n  reserved \"old\";\n")]
    [InlineData("string holder = 1; uint32 balance = 1; bool old = 1;", "string owner = 2", "string holder = 2")]
    [InlineData("string owner = 1; string balance = 1; bool old = 1;", "  uint32 balance = 1;\n", "  string balance = 12;\n", "9 to 11;", "9 to 11, 1;")]
    [InlineData("repeated string owner = 1; uint32 balance = 1; bool old = 1;", "  string owner = 2 [", "  repeated string owner = 12 [", "9 to 11;", "9 to 11, 2;")]
    [InlineData("oneof which { string owner = 1; } uint32 balance = 1; bool old = 1;", "  // Who.\n  string owner = 2 [deprecated = true]; // was\n\n", "", "  reserved 7, 9 to 11;\n", "  reserved 7, 9 to 11, 2;\n  oneof which {\n    // Who.\n    string owner = 12 [deprecated = true];\n  }\n")]
    [InlineData("Kind owner = 1; uint32 balance = 1; bool old = 1; enum Kind { KIND_A = 0; }", "string owner = 2", "Kind owner = 12", "9 to 11;\n", "9 to 11, 2;\n\n  enum Kind {\n    KIND_A = 0;\n  }\n")]
    public void Field_Changed_ChangesItsLineOnly(string wanted, params string[] replaced)
    {
        string expected = Written;
        for (int i = 0; i < replaced.Length; i += 2)
        {
            Assert.Contains(replaced[i], expected);
            expected = expected.Replace(replaced[i], replaced[i + 1]);
        }

        Schema schema = Parse($"syntax = \"proto3\"; package bank; message Account {{ {wanted} }}");
        Assert.Equal(expected, SchemaUpdate.Apply(Written, schema));
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), SchemaUpdate.Apply(Written.ReplaceLineEndings("\r\n"), schema));
        Assert.Equal("\uFEFF" + expected, SchemaUpdate.Apply("\uFEFF" + Written, schema));
        Assert.Equal("", Protoc.ErrorsOf(expected));
    }

    [Theory]
    [InlineData("message A { int32 x = 1; }", "message A { int32 x = 1; bool y = 1; }", "message A { int32 x = 1;\n  bool y = 2;\n}")]
    [InlineData("message A { int32 x = 1; }", "message A { }", "message A {\n  reserved 1;\n  reserved \"x\";\n }")]
    [InlineData("message A {}", "message A { int32 x = 1; }", "message A {\n  int32 x = 1;\n}")]
    [InlineData("message A { reserved 3; reserved \"y\", \"z\"; }", "message A { int32 z = 1; }", "message A { reserved 3; reserved \"y\";\n  int32 z = 4;\n}")]
    [InlineData("message A { oneof o { int32 x = 1; bool y = 2; } }", "message A { oneof o { int32 x = 1; string z = 1; } }", "message A {\n  reserved 2;\n  reserved \"y\";\n oneof o { int32 x = 1;\n  string z = 3;\n} }")]
    [InlineData("enum E { Z = 0; A = 1; }", "enum E { Z = 0; }", "enum E {\n  reserved 1;\n  reserved \"A\";\n Z = 0; }")]
    [InlineData("enum E { Z = 0; A = 1; }", "enum E { N = 0; Z = 1; }", "enum E {\n  reserved \"A\";\n  N = 0;\n Z = 1; }")]
    [InlineData("enum E {\n  // None.\n  Z = 0;\n  // One.\n  A = 1; // a\n}", "enum E { A = 0; Z = 1; }", "enum E {\n  // One.\n  A = 0;\n  // None.\n  Z = 1;\n}")]
    [InlineData("enum E { reserved 2 to 5; Z = 0; }", "enum E { Z = 0; A = 3; }", "enum E { reserved 2, 4 to 5; Z = 0;\n  A = 3;\n}")]
    [InlineData("enum E { Z = 0; A = 1; }", "enum E { option allow_alias = true; Z = 0; A = 1; B = 1; }", "enum E {\n  option allow_alias = true;\n Z = 0; A = 1;\n  B = 1;\n}")]
    [InlineData("message A {}\n\n// Of S.\nservice S {\n  rpc M (A) returns (A);\n}\n\nmessage Z {}", "message A { } message Z { } service S { rpc M (.A) returns (stream Z); rpc A (.A) returns (.A); } service T { rpc M (A) returns (A); }", "message A {}\n\n// Of S.\nservice S {\n  rpc M (.A) returns (stream Z);\n  rpc A (.A) returns (.A);\n}\n\nservice T {\n  rpc M (A) returns (A);\n}\n\nmessage Z {}")]
    [InlineData("message A {\n  B b = 1;\n}\n\nmessage B {\n  int32 x = 1;\n}\n\nmessage D {}", "message A { C b = 1; } message C { int32 x = 1; } message D { }", "message A {\n  C b = 1;\n}\n\nmessage C {\n  int32 x = 1;\n}\n\nmessage D {}")]
    [InlineData("message A {\n  B b = 1;\n}\n\n// Gone.\nmessage B {\n  int32 x = 1;\n}\n\nmessage D {}", "message A { } message D { }", "message A {\n  reserved 1;\n  reserved \"b\";\n}\n\nmessage D {}")]
    public void Declaration_Changed_KeepsTheLayout(string locked, string wanted, string expected)
    {
        const string Syntax = "syntax = \"proto3\";\n";

        string updated = SchemaUpdate.Apply(Syntax + locked, Parse(Syntax + wanted));

        Assert.Equal(Syntax + expected, updated);
        Assert.Equal("", Protoc.ErrorsOf(updated));
    }

    [Fact]
    public void PackageAndImports_Changed_AreEditedAtTheHead() => Assert.Equal(
        "syntax = \"proto3\"; // 3\n\nimport \"coerce/actor_ref.proto\";\nimport \"google/protobuf/timestamp.proto\";\npackage mine.too;\nmessage Own { A a = 1; }\nmessage A {}\n",
        SchemaUpdate.Apply(
            "syntax = \"proto3\"; // 3\n\nimport \"coerce/actor_ref.proto\";\npackage mine;\nmessage Own { .mine.A a = 1; }\nmessage A {}\n",
            Parse("syntax = \"proto3\"; package mine.too; import \"google/protobuf/timestamp.proto\"; message A { }")));

    [Fact]
    public void Head_WithoutPackage_GetsOne() => Assert.Equal(
        "syntax = \"proto3\"; // 3\n\npackage mine;\n\nimport \"coerce/actor_ref.proto\";\n\nmessage A {}\n",
        SchemaUpdate.Apply("syntax = \"proto3\"; // 3\n\nmessage A {}\n", Parse("syntax = \"proto3\"; package mine; import \"coerce/actor_ref.proto\"; message A { }")));

    [Fact]
    public void FileWithErrors_Apply_StaysAsItIs() =>
        Assert.Equal("syntax = \"proto3\"; message", SchemaUpdate.Apply("syntax = \"proto3\"; message", Parse("syntax = \"proto3\"; message A { }")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\uFEFF \r\n")]
    public void EmptyFile_Apply_WritesANewOne(string? text)
    {
        string written = SchemaUpdate.Apply(text, Parse("syntax = \"proto3\"; message A { }"));

        Assert.StartsWith("// What the actors of this program say to others", written);
        Assert.EndsWith("\n\nsyntax = \"proto3\";\n\nmessage A {}\n", written);
    }

    // Numbers do not matter on the wanted side, and may repeat.
    private static Schema Parse(string text)
    {
        ProtoFile file = ProtoParser.Parse(text);
        Assert.All(file.Errors, error => Assert.Contains("The number 1 is that of", error.Message));
        return file.Schema;
    }
}
