using Coerce.CodeAnalysis.Contracts;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("", "int32 a = 1; string b = 1; bool c = 1;", "a=1 b=2 c=3")]
    [InlineData("string b = 7; int32 a = 2;", "int32 a = 1; string b = 1; bool c = 1;", "a=2 b=7 c=8")]
    [InlineData("reserved 3, 9 to 11; int32 a = 2;", "int32 a = 1; string b = 1; bool c = 1;", "a=2 b=12 c=13")]
    [InlineData("int32 a = 18999;", "int32 a = 1; bool b = 1;", "a=18999 b=20000")]
    [InlineData("reserved 2 to max; int32 a = 1;", "int32 a = 1; bool b = 1;", "a=1 b=0")]
    [InlineData("reserved 4, 6 to max; int32 a = 2;", "int32 a = 1; bool b = 1; bool c = 1; bool d = 1; bool e = 1;", "a=2 b=1 c=3 d=5 e=0")]
    [InlineData("reserved 20000 to max; int32 a = 18999;", "int32 a = 1; bool b = 1;", "a=18999 b=1")]
    [InlineData("int32 gone = 5;", "bool a = 1;", "a=6")]
    [InlineData("int32 before = 5; string s = 6;", "int32 after = 1; string s = 1; int32 more = 1;", "after=5 s=6 more=7")]
    [InlineData("int32 a = 5;", "string a = 1;", "a=5")]
    [InlineData("reserved \"b\"; reserved 4; int32 a = 5;", "int32 b = 1;", "b=6")]
    [InlineData("oneof o { int32 a = 5; string s = 9; }", "oneof p { int32 a = 1; string s = 1; bool b = 1; }", "a=5 s=9 b=10")]
    public void Assign_Fields_TakesNumbersOfTheFile(string locked, string wanted, string numbers)
    {
        Schema file = Of(locked).Schema;
        Assert.Empty(Of(locked).Errors);

        Schema assigned = Numbering.Assign(locked.Length == 0 ? null : file, Of(wanted).Schema);

        Assert.Equal(numbers, string.Join(' ', assigned.Messages.Single().Fields.Select(field => $"{field.Name}={field.Number}")));
        Assert.Equal(assigned, Numbering.Assign(locked.Length == 0 ? null : file, assigned));

        static ProtoFile Of(string body) => ProtoParser.Parse($"syntax = \"proto3\"; message A {{ {body} }}");
    }

    [Fact]
    public void Assign_RenamedMessage_KeepsItsNumbers()
    {
        ProtoFile locked = ProtoParser.Parse("""
            syntax = "proto3";
            message Order { message Line { int32 n = 4; } Line line = 3; Order before = 9; }
            service S { rpc M (Order) returns (Order); }
            """);
        Schema wanted = ProtoParser.Parse("""
            syntax = "proto3";
            message Purchase { message Line { int32 n = 1; } Line line = 1; Purchase before = 1; }
            """).Schema;

        Assert.Equal([3, 9, 4], Numbering.Assign(locked.Schema, wanted).Messages.SelectMany(message => message.Fields).Select(field => field.Number));
    }
}
